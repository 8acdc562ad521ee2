"""The rules: one module a rule, named for the fault.

A module's name with dashes is the rule's code. It has `check(sheet)`, which yields a `Fault` for
each thing that is wrong. Where it judges looks or a budget rather than a fault, it says
`SEVERITY = "warning"`, and where it says how a layout could be better, `SEVERITY = "style"`. It may
have `population(sheet)`, how many things it looks at, so that a survey can print a share. Its
docstring is the rule's documentation. A new file is a new rule.
"""
