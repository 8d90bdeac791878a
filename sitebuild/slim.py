"""Make the slim runtime: run the official one under Node and pack what is used."""

import ast
import doctest
import json
import tempfile
from pathlib import Path
from typing import NamedTuple

from sitebuild.config import Config
from sitebuild.node import INSIDE, run_node

PICTURES = "docs/examples"


class Example(NamedTuple):
    """What a docstring shows.

    Parameters
    ----------
    module : str
        Where the docstring is.
    statements : list of tuple of str and bool
        Each statement, and whether it raises an error.
    """

    module: str
    statements: list[tuple[str, bool]]


def make_slim(root: Path, config: Config, runtime: dict[str, Path]) -> dict[str, bytes]:
    """Return the slim runtime's parts, not yet compressed.

    Parameters
    ----------
    root : Path
        The project.
    config : Config
        What the worker loads.
    runtime : dict of str to Path
        The pinned files, by ``package/path``.

    Returns
    -------
    dict of str to bytes
        ``stdlib.zip``, ``packages``, ``project`` and ``figures.json``.

    Raises
    ------
    BuildError
        If Node is missing, or the packages are not what the rewriting expects.
    """
    inside = {file.name: str(file) for file in INSIDE.glob("*.py")}
    project = {name: str(root / name) for name in ["worker.py", *config.worker_files]}
    # The examples' pictures lie where the examples run.
    pictures = {file.name: str(file) for file in (root / PICTURES).glob("*.png")}
    with tempfile.TemporaryDirectory() as folder:
        job = {
            "pyodide": str(runtime["pyodide/pyodide.mjs"].parent),
            "wheels": [str(f) for k, f in runtime.items() if k.startswith("wheels/")],
            "files": inside | project | pictures,
            "project": config.worker_files,
            "examples": read_examples(root, config.worker_files),
            "output": folder,
        }
        file = Path(folder, "job.json")
        file.write_text(json.dumps(job), encoding="utf-8")
        run_node("run.mjs", file)
        file.unlink()
        return {part.name: part.read_bytes() for part in Path(folder).iterdir()}


def read_examples(root: Path, files: list[str]) -> list[Example]:
    """Return the example of every docstring."""
    parser = doctest.DocTestParser()
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    examples: list[Example] = []
    for name in files:
        if name.endswith(".py"):
            module = name.removesuffix(".py").removesuffix("/__init__")
            tree = ast.parse(Path(root, name).read_text(encoding="utf-8"))
            for node in ast.walk(tree):
                if isinstance(node, documented):
                    found = parser.get_examples(ast.get_docstring(node) or "")
                    lines = [(each.source, each.exc_msg is not None) for each in found]
                    examples.append(Example(module.replace("/", "."), lines))
    return [example for example in examples if example.statements]
