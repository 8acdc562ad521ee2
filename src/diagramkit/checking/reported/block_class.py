"""A `class` statement of a block diagram names a block that is not there.

Why: the block that was meant is drawn without its class, and nothing in the drawing says so.

Example: `class cahce warm` where the block is called `cache`.

Use instead: the name of a block, as it stands before its brackets.
"""
