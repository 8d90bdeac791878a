"""Read ``pyscript.toml``: the one list of what each side of the page loads."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sitebuild.errors import BuildError


@dataclass(frozen=True)
class Config:
    """What the two interpreters need.

    Parameters
    ----------
    page_files : list of str
        Files for MicroPython on the page, relative to the project's root.
    worker_files : list of str
        Files for Pyodide in the worker, likewise.
    packages : list of str
        Python packages the worker imports.
    """

    page_files: list[str]
    worker_files: list[str]
    packages: list[str]


def read_config(root: Path) -> Config:
    """Read the configuration of the project at `root`, globs expanded.

    Raises
    ------
    BuildError
        If a pattern matches no file.
    """
    with Path(root, "pyscript.toml").open("rb") as stream:
        table = tomllib.load(stream)
    worker = table.get("worker", {})
    return Config(
        page_files=expand(root, table.get("files", [])),
        worker_files=expand(root, worker.get("files", [])),
        packages=list(worker.get("packages", [])),
    )


def expand(root: Path, patterns: Iterable[str]) -> list[str]:
    """Return the files below `root` that match, sorted within each pattern.

    Examples
    --------
    >>> expand(Path(__file__).parent, ["conf*.py"])
    ['config.py']
    """
    files: list[str] = []
    for pattern in patterns:
        matches = sorted(
            path.relative_to(root).as_posix()
            for path in root.glob(pattern.removeprefix("./"))
            if path.is_file()
        )
        if not matches:
            raise BuildError(f"pyscript.toml: no file matches {pattern!r}")
        files += [match for match in matches if match not in files]
    return files
