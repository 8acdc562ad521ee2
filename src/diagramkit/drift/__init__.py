"""Goldens of a project: what `diagrams test`, `diagrams accept` and the pytest plug-in share.

`plan` finds the drawings, `identity` the goldens that they had under other names; `work` judges a
drawing, `pictures` a picture that was not drawn here, `run` all of a plan; `state` keeps the last
run for `accepting`. What a golden is, and what a difference means, is in `diagramkit.golden`.
"""
