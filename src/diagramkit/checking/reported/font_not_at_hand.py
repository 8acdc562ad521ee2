"""A font of the theme is not at hand, so that words are measured in another one.

Why: words may turn out wider than the boxes drawn around them.

Example: `fonts.sans: Gill Sans, Arial` in a theme.

Use instead: a font that comes with diagramkit, or one whose file the theme names.
"""
