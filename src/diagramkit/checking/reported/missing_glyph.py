"""No font at hand has a character of the diagram.

Why: it is left out of PNG, WebP and PDF.

Example: Korean words where the package of fonts for them is not installed.

Use instead: the extra that the message names, as in `pip install 'diagramkit[cjk]'`.
"""
