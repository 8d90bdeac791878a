"""Make the slim runtime: run the official one under Node and pack what is used."""

import ast
import doctest
import json
import tempfile
from pathlib import Path

from sitebuild.config import Config
from sitebuild.node import INSIDE, run_node

Example = tuple[str, list[str]]
"""A docstring's module, and the statements it shows."""


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
    with tempfile.TemporaryDirectory() as folder:
        job = {
            "pyodide": str(runtime["pyodide/pyodide.mjs"].parent),
            "wheels": [str(f) for k, f in runtime.items() if k.startswith("wheels/")],
            "files": inside | project,
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
    """Return the example of every docstring that is to be run."""
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
                    run = [
                        each.source
                        for each in found
                        if doctest.SKIP not in each.options
                    ]
                    examples.append((module.replace("/", "."), run))
    return [(module, statements) for module, statements in examples if statements]
