"""What drawing a diagram reports by itself, documented: one module a code, named for the fault.

What is reported by a rule as well is documented there.
"""
