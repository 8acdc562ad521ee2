"""A link or an evolution of a Wardley map names a component that there is not.

Why: Mermaid leaves it out without a word; most often the name is misspelt.

Example: `component Kettle [0.4, 0.3]` and `Ketle -> Power`.

Use instead: the name as its component has it, in the same case.
"""
