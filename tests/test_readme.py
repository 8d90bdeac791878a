"""The examples of the README print what it says (its Python ones are doctests)."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def console_examples() -> list[tuple[str, str]]:
    """Commands with their output, from blocks in which something was printed."""
    examples = []
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            if output:
                examples.append((command, output))
    return examples


def test_there_are_examples_with_output() -> None:
    assert len(console_examples()) >= 3


@pytest.mark.parametrize(("command", "output"), console_examples())
def test_console_example_prints_what_it_says(command: str, output: str) -> None:
    program, *arguments = shlex.split(command)
    assert program == ".venv/bin/python"
    run = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True
    )
    assert run.stdout + run.stderr == output


@pytest.mark.parametrize(
    "target", re.findall(r"\]\(((?!https?:)[^)#]+)\)", README), ids=str
)
def test_link_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()
