"""What the service worker has to know: each file of the site and its digest."""

import hashlib
import json
from pathlib import Path

from sitebuild.page import replace_exactly

NAME = "service-worker.js"
# Taken home as a whole, on purpose; the site runs without it.
NOT_CACHED = {"digitpad.html"}


def write_service_worker(output: Path) -> None:
    """Write the service worker of a finished site beside its pages.

    Its version is the digest of all files, so it changes when any of them does.
    """
    source = (output / "web" / NAME).read_text(encoding="utf-8")
    (output / "web" / NAME).unlink()
    files = {
        path.relative_to(output).as_posix(): hashlib.sha256(
            path.read_bytes()
        ).hexdigest()
        for path in sorted(output.rglob("*"))
        if path.is_file() and path.name not in NOT_CACHED
    }
    listing = json.dumps(files, indent=1)
    version = hashlib.sha256(listing.encode()).hexdigest()[:12]
    source = replace_exactly(source, '"@version@"', json.dumps(version))
    source = replace_exactly(source, '"@files@"', listing)
    (output / NAME).write_text(source, encoding="utf-8")
