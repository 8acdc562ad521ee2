"""Goldens: what every drawing looked like when it was accepted, and why it looks different now.

`serial` turns scenes into canonical JSON and back, `picture` pixels into exact PNG files,
`record` is one golden, `store` a folder of them; `changes` says what differs between two scenes,
`alike` what of that nobody can see. `factors` are the settings and tokens that somebody changed,
`trial` proves which of them did it, `content` leads the rest back to the lines of the source;
`verdict` explains one drawing, `grouping` gathers the causes of many, and `report` says it to
people and programs.

Nothing here draws: functions that draw are handed in.
"""
