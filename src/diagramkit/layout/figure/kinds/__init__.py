"""How each kind of part is measured and painted, one file a kind."""
