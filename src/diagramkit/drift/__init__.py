"""Goldens of a project: what `diagrams test`, `diagrams accept` and the pytest plug-in share.

`plan` finds the drawings, `work` judges one, `run` all of them, `state` keeps the last run for
`accepting`. What a golden is, and what a difference means, is in `diagramkit.golden`.
"""
