"""Themes: the model, the loader, the contrast check and the exports.

`load.load_theme` reads a theme, `model.Theme` is what it becomes, `contrast.check_theme`
measures whether it can be read, and `export.export` writes it for Mermaid, CSS and editors.
"""
