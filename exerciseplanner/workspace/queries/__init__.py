"""Every question that can be asked of an exercise: one module per noun, answers are frozen rows.

Whoever asks imports the module of the noun; nothing is loaded before it is asked for.
"""
