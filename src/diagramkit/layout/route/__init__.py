"""Lines: the ways that they can take, and which of them is best; for graphs and figures alike."""
