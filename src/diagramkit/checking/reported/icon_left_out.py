"""The source asks for an icon of a web font.

Why: icons are not drawn, nor does GitHub draw them.

Example: `A[fa:fa-database Store]`.

Use instead: words.
"""
