"""What each kind of diagram is told besides: a file a kind, called as the kind is.

`NAMES` are Mermaid's own names of the kind. `variables(tones)` are the theme variables that it
reads, `css(tones)` the declarations, by selector, for what no variable reaches.
"""
