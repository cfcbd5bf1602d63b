"""Documents out: library-free blocks, the engine that typesets them, and the documents."""
