"""One module a command: its attribute `command` is what `diagrams NAME` runs."""
