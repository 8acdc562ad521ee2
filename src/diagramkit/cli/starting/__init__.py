"""Setting a repository up: `diagrams init`."""
