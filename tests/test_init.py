"""The public surface is a list, and the core knows nothing of browsers."""

import subprocess
import sys
from pathlib import Path

import digitcore

CORE = Path(digitcore.__file__).parent


def test_exported_names() -> None:
    assert digitcore.__all__ == [
        "ImageError",
        "ModelError",
        "Neighbor",
        "Number",
        "Recognition",
        "Recognizer",
        "Stage",
    ]
    assert all(hasattr(digitcore, name) for name in digitcore.__all__)


def test_it_is_typed() -> None:
    assert (CORE / "py.typed").exists()


def test_what_it_imports() -> None:
    code = "import sys, digitcore; print(*sorted(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    imported = {name.split(".")[0] for name in run.stdout.split()}
    assert not imported & {"js", "pyodide", "pyscript", "matplotlib", "pandas"}
    assert {"numpy", "scipy", "sklearn", "PIL"} <= imported


def test_every_module_has_its_tests() -> None:
    modules = {path.stem.strip("_") for path in CORE.glob("*.py")}
    tested = {
        path.stem.removeprefix("test_")
        for path in Path(__file__).parent.glob("test_*.py")
    }
    assert modules <= tested
