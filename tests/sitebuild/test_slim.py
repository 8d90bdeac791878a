"""The slim runtime is made by Node; without it, or with a fault, the build says so."""

from pathlib import Path

import pytest

from sitebuild import node
from sitebuild.config import read_config
from sitebuild.errors import BuildError
from sitebuild.slim import make_slim, read_examples


def test_the_examples_of_docstrings_are_found(project: Path) -> None:
    examples = read_examples(project, ["digitcore/core.py"])
    assert examples == [("digitcore.core", ["1 + 1\n"])]


def test_without_node_the_build_says_what_is_needed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(node.shutil, "which", lambda name: None)
    with pytest.raises(BuildError, match="Node 20 or newer"):
        make_slim(project, read_config(project), {"pyodide/pyodide.mjs": project})


def test_a_runtime_that_does_not_start_stops_the_build(
    project: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "pyodide.mjs"
    broken.write_text("export function loadPyodide() { throw new Error('broken') }")
    with pytest.raises(BuildError, match="slim runtime failed:\nbroken"):
        make_slim(project, read_config(project), {"pyodide/pyodide.mjs": broken})
