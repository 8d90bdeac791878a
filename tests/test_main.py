"""The command line reads files and says clearly what it can't read."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from drawing import draw_digit, draw_number
from PIL import Image

from digitcore.__main__ import main


@pytest.fixture
def four(tmp_path: Path) -> str:
    path = tmp_path / "four.png"
    draw_digit(4).save(path)
    return str(path)


def test_one_file(four: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([four]) == 0
    output = capsys.readouterr()
    assert output.out.startswith("4 (")
    assert output.err == ""


def test_several_files_are_named(four: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([four, four]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert all(line.startswith(f"{four}: 4 (") for line in lines)


def test_json(four: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", four]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["file"] == four
    assert data["kind"] == "answer"
    assert data["digit"] == 4
    assert sum(data["probabilities"]) == pytest.approx(1, abs=1e-4)
    assert data["neighbors"][0].keys() == {"digit", "distance", "weight", "source"}
    assert len(data["box"]) == 4


def test_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "year.png")
    draw_number("2026", pad=(900, 240), height=130, pen=12).save(path)
    assert main(["--number", path]) == 0
    assert capsys.readouterr().out == "2026\n"
    assert main(["--number", "--json", path]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["text"] == "2026"
    assert [digit["digit"] for digit in data["digits"]] == [2, 0, 2, 6]


def test_empty_picture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "blank.png")
    Image.new("L", (50, 50), "white").save(path)
    assert main([path]) == 0
    assert main(["--number", path]) == 0
    assert capsys.readouterr().out == "empty\nempty\n"


def test_what_cannot_be_read_is_one_line(
    four: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "letter.png"
    letter.write_text("Dear Sir or Madam")
    assert main([str(tmp_path / "missing.png"), four, str(letter)]) == 2
    output = capsys.readouterr()
    missing, unknown = output.err.splitlines()
    assert "missing.png can't be opened: No such file or directory." in missing
    assert "letter.png: This is no picture that is known." in unknown
    assert ": 4 (" in output.out  # the others are still read


def test_a_missing_model_is_one_line(
    four: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--model", str(tmp_path), four]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "build_model.py" in line


def test_as_a_program_from_standard_input(four: str) -> None:
    command = [sys.executable, "-m", "digitcore", "-"]
    run = subprocess.run(command, input=Path(four).read_bytes(), capture_output=True)
    assert run.returncode == 0
    assert run.stdout.startswith(b"4 (")
    assert run.stderr == b""
    run = subprocess.run(command, input=b"no picture", capture_output=True)
    assert run.returncode == 2
    assert run.stderr.startswith(b"digitcore: -: This is no picture")
    assert run.stderr.count(b"\n") == 1


def test_standard_input_in_a_pipe_of_bytes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = io.BytesIO()
    draw_digit(1).save(file, "PNG")
    file.seek(0)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(file))
    assert main(["-"]) == 0
    assert capsys.readouterr().out.startswith("1 (")
