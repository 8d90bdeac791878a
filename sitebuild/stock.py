"""The stock runtime: official files as they are, which the slim one is held against."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from sitebuild.config import Config
from sitebuild.page import build_page, script_config

FOLDERS = {
    "pyodide": "runtime/pyodide",
    "wheels": "runtime/pyodide",
    "@pyscript/core": "runtime/pyscript",
    "@micropython/micropython-webassembly-pyscript": "runtime/micropython",
}

# Folders of ``web``: messages are files of the page, the worker the slim runtime's.
NOT_COPIED = ("messages", "worker")


def write_stock(
    root: Path, output: Path, config: Config, runtime: dict[str, Path]
) -> None:
    """Write the page with the official runtime beside it.

    Parameters
    ----------
    root : Path
        The project.
    output : Path
        Empty folder to write the site to.
    config : Config
        What the page loads.
    runtime : dict of str to Path
        The pinned files, by ``package/path``.
    """
    for name, file in runtime.items():
        package = next(p for p in FOLDERS if name.startswith(f"{p}/"))
        _copy(file, output / FOLDERS[package] / file.name)
    copy_project(root, output, [*config.page_files, *config.worker_files])
    page = Path(root, "index.html").read_text(encoding="utf-8")
    built = build_page(page, stock_head(config))
    Path(output, "index.html").write_text(built, encoding="utf-8")


def stock_head(config: Config) -> str:
    """Return what the page's head needs to start the official runtime."""
    page = script_config(
        "mpy",
        {
            "interpreter": "./runtime/micropython/micropython.mjs",
            "files": _urls(config.page_files),
        },
    )
    worker = script_config(
        "py",
        {
            "interpreter": "./runtime/pyodide/pyodide.mjs",
            "packages": config.packages,
            # Otherwise PyScript goes through micropip, which costs seconds.
            "packages_cache": "passthrough",
            # The worker never reaches into the page, so no shared memory.
            "sync_main_only": True,
            "files": _urls(config.worker_files),
        },
    )
    core = '<script type="module" src="runtime/pyscript/core.js"></script>'
    return f"{page}\n{worker}\n{core}"


def copy_project(root: Path, output: Path, files: Iterable[str]) -> None:
    """Copy the page's own scripts, most of its ``web`` folder, and `files`."""
    assets = (path for path in Path(root, "web").rglob("*") if path.is_file())
    paths = [
        path.relative_to(root) for path in assets if path.parent.name not in NOT_COPIED
    ]
    for path in [Path("main.py"), Path("worker.py"), *paths, *map(Path, files)]:
        _copy(root / path, output / path)


def _urls(files: Iterable[str]) -> dict[str, str]:
    return {f"./{file}": f"./{file}" for file in files}


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
