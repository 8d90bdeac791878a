"""Bring the pinned files into the user's cache, verified byte for byte."""

import os
from collections.abc import Iterable
from pathlib import Path

from sitebuild.errors import BuildError, SourceUnavailableError
from sitebuild.output import write_atomically
from sitebuild.pins import Pin
from sitebuild.sources import Report, Source


def cache_folder() -> Path:
    """Return the folder of this user in which fetched files are kept."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base, "digitpad")


def fetch(
    pins: Iterable[Pin], sources: Iterable[Source], cache: Path, report: Report
) -> dict[str, Path]:
    """Make sure that every pinned file lies in the cache.

    Parameters
    ----------
    pins : iterable of Pin
        The files wanted.
    sources : iterable of Source
        Where to look, in this order; a later one is asked only for what the
        earlier ones did not have.
    cache : Path
        Folder to keep the files in. Files already there are not fetched again.
    report : callable
        Told in one line what is going on.

    Returns
    -------
    dict of str to Path
        The files, by ``package/path``.

    Raises
    ------
    BuildError
        If a file has another digest than its pin, or no source has it.
    """
    pins = list(pins)
    missing = [pin for pin in pins if not _is_cached(pin, cache, report)]
    done = 0
    total = sum(pin.size for pin in missing)
    for source in sources if missing else ():
        try:
            for pin, data in source(list(missing), report):
                pin.check(data, "its source")
                write_atomically(cache / pin.relative_path, data)
                missing.remove(pin)
                done += pin.size
                report(f"  {100 * done // total:3} %  {pin.name} ({pin.size:,} bytes)")
        except SourceUnavailableError as error:
            report(f"  {error}")
        if not missing:
            break
    if missing:
        names = ", ".join(pin.name for pin in missing)
        raise BuildError(
            f"no source has: {names}\n"
            "Connect this machine to the network, or give a folder that holds these "
            "files with --source DIR."
        )
    return {f"{pin.package}/{pin.path}": cache / pin.relative_path for pin in pins}


def _is_cached(pin: Pin, cache: Path, report: Report) -> bool:
    file = cache / pin.relative_path
    if not file.is_file():
        return False
    try:
        pin.check(file.read_bytes(), "the cache")
    except BuildError as error:
        report(f"  {error}; fetching it again")
        return False
    return True
