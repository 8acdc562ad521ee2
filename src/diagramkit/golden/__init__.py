"""Goldens: what every drawing looked like when it was accepted, and why it looks different now.

`serial` turns scenes into canonical JSON and back, `picture` pixels into exact PNG files,
`record` is one golden, `store` a folder of them; `changes` says what differs between two scenes,
`trial` proves which tokens of the theme did it, `verdict` judges one drawing, `grouping` gathers
the causes of many, and `report` says it to people and programs.

Nothing here draws: functions that draw are handed in.
"""
