#!/usr/bin/env python3
"""Fetch the pinned runtime and write the page to ``dist/``.

Needs Python 3.11 or newer and Node 20 or newer, nothing else. What was fetched
is kept in the user's cache folder, so the next build needs no network.
"""

import argparse
import sys
from pathlib import Path

from sitebuild.errors import BuildError
from sitebuild.serve import serve
from sitebuild.site import build_site

ROOT = Path(__file__).resolve().parent


def main(arguments: list[str] | None = None) -> int:
    """Build as the command line says; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--serve", action="store_true", help="serve the page on 127.0.0.1"
    )
    parser.add_argument(
        "--open", action="store_true", help="serve it and open it in the browser"
    )
    parser.add_argument(
        "--port", type=int, help="port to serve on (default: 8000, or one that is free)"
    )
    parser.add_argument(
        "--source",
        type=Path,
        metavar="DIR",
        help="take the runtime's files from this folder, for machines with no network",
    )
    parser.add_argument(
        "--runtime",
        choices=["slim", "stock"],
        default="slim",
        help="slim starts fast (default); stock is the official files, to compare with",
    )
    parser.add_argument(
        "--output",
        type=Path,
        default=ROOT / "dist",
        metavar="DIR",
        help="where to write the site (default: dist)",
    )
    options = parser.parse_args(arguments)
    try:
        build_site(ROOT, options.output, options.runtime, options.source, _say)
        if options.serve or options.open:
            serve(options.output, options.port, options.open)
    except BuildError as error:
        print(f"build_site.py: {error}", file=sys.stderr)  # noqa: T201
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted; the former site is untouched.", file=sys.stderr)  # noqa: T201
        return 130
    return 0


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
