"""Every verb of the product: one module per noun, each function one gesture and one undo step.

Whoever acts imports the module of the noun; nothing is loaded before it is wanted.
"""
