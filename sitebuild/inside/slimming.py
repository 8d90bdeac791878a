"""Find out what Digitpad needs of Python and its packages, and pack that."""

import importlib
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import start
from exercise import exercise, import_and_answer
from pack import STDLIB, pack_files, pack_stdlib, to_bytecode

SITE_PACKAGES = "/lib/python3.14/site-packages/"
PROJECT = "/home/pyodide/"
OUTPUT = Path("/output")

# Imported by PyScript's own Python part, which does not run at build time.
STDLIB_BESIDES = """
    __future__ ast asyncio base64 bisect codecs collections contextlib copy csv
    dataclasses datetime decimal difflib encodings.ascii encodings.cp1252
    encodings.cp437 encodings.idna encodings.latin_1 encodings.utf_16
    encodings.utf_8_sig enum functools glob gzip hashlib heapq html http io
    itertools json linecache locale logging math mimetypes numbers operator
    pathlib pickle platform pprint queue random re shutil statistics string struct
    tempfile textwrap time traceback types typing unicodedata urllib.parse uuid
    warnings weakref zipfile zoneinfo
"""

# Optional, and of no use here: fonts.
UNUSED = ("PIL/_imagingft.",)


def slim(project: list[str], examples: list) -> dict:
    """Run everything once, then pack what that needed into the output folder.

    Parameters
    ----------
    project : list of str
        The worker's files, relative to the project.
    examples : list of tuple
        Each docstring's module, and its statements.

    Returns
    -------
    dict
        How many modules are imported until the worker can answer.
    """
    opened: set[str] = set()
    sys.addaudithook(lambda event, a: event == "open" and opened.add(str(a[0])))
    before = start.LazyFinder.count
    import_and_answer()
    imports = start.LazyFinder.count - before
    exercise(examples)
    # Sorted: modules come in another order each time, as they are imported by sets.
    packages = sorted(needed_files(opened))
    OUTPUT.mkdir()
    for name in STDLIB_BESIDES.split():
        importlib.import_module(name)
    write("stdlib.zip", pack_stdlib(read_stdlib()))
    write("packages", pack_files(dict(map(read, packages))))
    write("project", pack_files(dict(read(PROJECT + file) for file in project)))
    return {"imports": imports}


def needed_files(opened: set[str]) -> list[str]:
    """Return the files behind all modules, libraries and data so far."""
    files = [*module_files(), *loaded_libraries()]
    files += sorted(file for file in opened if not file.endswith((".py", ".pyc")))
    unused = tuple(SITE_PACKAGES + name for name in UNUSED)
    return [
        file
        for file in dict.fromkeys(files)
        if file.startswith(SITE_PACKAGES)
        and not file.startswith(unused)
        and Path(file).is_file()
    ]


def module_files() -> list[str]:
    """Return the files of all modules, in the order of their loading."""
    files = []
    for module in list(sys.modules.values()):
        if isinstance(module, ModuleType):
            # Not getattr, which would load a lazy module.
            names = object.__getattribute__(module, "__dict__")
            files.append(names.get("__file__") or "")
    return files


def loaded_libraries() -> list[str]:
    """Return the shared libraries that are linked, those without a module too."""
    import pyodide_js

    return [
        str(name) for name in pyodide_js._module.LDSO.loadedLibsByName.object_keys()
    ]


def read(file: str) -> tuple[str, bytes]:
    """Return a file as it goes into a bundle: Python sources as bytecode."""
    data = Path(file).read_bytes()
    if file.endswith(".py"):
        # Of others' errors it is enough to know the function.
        return file + "c", to_bytecode(data, file, lines=file.startswith(PROJECT))
    return file, data


def read_stdlib() -> dict[str, bytes]:
    """Return what was needed of the standard library, and how to start."""
    names = {file.removeprefix(f"{STDLIB}/") for file in module_files()}
    files = {}
    with zipfile.ZipFile(STDLIB) as archive:
        for name in archive.namelist():
            if name in names:
                source = archive.read(name)
                code = to_bytecode(source, f"{STDLIB}/{name}", lines=False)
                files[f"{name}c"] = code
    start = Path("start.py").read_bytes()
    files["sitecustomize.pyc"] = to_bytecode(start, f"{STDLIB}/sitecustomize.py")
    return files


def write(name: str, data: bytes) -> None:
    """Put a result where the caller fetches it."""
    (OUTPUT / name).write_bytes(data)
