"""A language server: what is found as one types, repairs, hover, completion, colours, renaming."""
