"""How findings are written for programs: one file a format, each with `document(report)`."""
