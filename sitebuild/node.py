"""Programs that run under Node, among them the official Pyodide."""

import shutil
import subprocess
from pathlib import Path

from sitebuild.errors import BuildError

INSIDE = Path(__file__).with_name("inside")


def run_node(script: str, *arguments: Path) -> None:
    """Run a script of ``inside``.

    Raises
    ------
    BuildError
        If Node is missing, or the script fails; with what it said.
    """
    node = shutil.which("node")
    if node is None:
        raise BuildError("node is not installed; Node 20 or newer is needed to build")
    result = subprocess.run(
        [node, INSIDE / script, *arguments], capture_output=True, text=True
    )
    if result.returncode:
        raise BuildError(f"making the slim runtime failed:\n{result.stderr}")
