"""The licences of all that a built site carries, in one text."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).with_name("licences")
CORE_LICENSE = "@pyscript/core/LICENSE"
HEADER = """\
Digitpad carries the software below, each under its own licence. Its sources are at
the addresses given; the few places in which it was changed are in sitebuild/patches.py
and sitebuild/inside/rewrites.py of Digitpad's own sources.
"""
PROGRAMS = {
    "Pyodide 314.0.3, https://github.com/pyodide/pyodide": "pyodide.txt",
    "Python 3.14, https://github.com/python/cpython": "cpython.txt",
    "MicroPython, https://github.com/micropython/micropython": "micropython.txt",
    "OpenBLAS, https://github.com/OpenMathLib/OpenBLAS": "openblas.txt",
}


def collect_licences(root: Path, runtime: dict[str, Path]) -> str:
    """Return the licences of Digitpad and of all in the runtime.

    Parameters
    ----------
    root : Path
        The project.
    runtime : dict of str to Path
        The pinned files, by ``package/path``.
    """
    sections = [HEADER, _section("Digitpad", Path(root, "LICENSE").read_text("utf-8"))]
    for title, name in PROGRAMS.items():
        sections.append(_section(title, (FOLDER / name).read_text("utf-8")))
    core = runtime[CORE_LICENSE].read_text("utf-8")
    title = "PyScript core 0.7.31, https://github.com/pyscript/pyscript"
    sections.append(_section(title, core))
    for name, file in runtime.items():
        if name.startswith("wheels/"):
            sections += wheel_licences(file)
    return "\n".join(sections)


def wheel_licences(wheel: Path) -> Iterator[str]:
    """Yield a section for each licence file in a wheel, each text once."""
    seen = set()
    project = "-".join(wheel.name.split("-")[:2])
    with zipfile.ZipFile(wheel) as archive:
        for name in sorted(archive.namelist()):
            stem = name.rsplit("/", 1)[-1].lower()
            if "license" in stem or stem.startswith("copying"):
                if stem.endswith((".py", ".pyc")):
                    continue
                text = archive.read(name).decode("utf-8", "replace")
                if text not in seen:
                    seen.add(text)
                    yield _section(f"{project}: {name}", text)


def _section(title: str, text: str) -> str:
    return f"\n{'=' * 78}\n{title}\n{'=' * 78}\n\n{text.strip()}\n"
