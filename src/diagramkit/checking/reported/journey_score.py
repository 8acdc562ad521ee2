"""A task of a user journey has a score that is none from 1 to 5.

Why: a score stands for how somebody feels; nobody knows what another number is to say.

Example: `Wait in line: 9: Customer`.

Use instead: a score from 1, bad, to 5, good.
"""
