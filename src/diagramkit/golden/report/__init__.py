"""A finished comparison said to people and to programs: one module a format."""
