"""Pages of the program's own: put together from files, and served on this machine alone."""
