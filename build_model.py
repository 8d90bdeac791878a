#!/usr/bin/env python3
"""Trains the model that the page and `digitcore` use; see --help."""

import sys

from modelbuild.command import main

if __name__ == "__main__":
    sys.exit(main())
