"""The rules: one module a rule, named for the fault.

A module's name with dashes is the rule's code. It has `check(sheet)`, which yields a `Fault` for
each thing that is wrong, and, where it judges looks or a budget rather than a fault,
`SEVERITY = "warning"`. Its docstring is the rule's documentation. A new file is a new rule.
"""
