"""A node, a group or a line has a class that stands for no role, and the source does not define it.

Why: it is drawn as if it had no class; what the class was to say is lost.

Example: `A:::critcal` where the theme's role is `critical`.

Use instead: a role of the theme, a class under `[classes]` in the configuration, or a `classDef`.
"""
