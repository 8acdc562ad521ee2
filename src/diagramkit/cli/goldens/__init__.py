"""Goldens of a project: what `diagrams test`, `diagrams accept` and the pytest plug-in share."""
