"""`python -m diagramkit`: the same program as `diagrams`."""

from __future__ import annotations

import sys

from diagramkit.cli import main

if __name__ == "__main__":
    sys.exit(main())
