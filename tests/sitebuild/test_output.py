"""An interrupted build leaves what was there."""

from pathlib import Path

import pytest

from sitebuild.errors import BuildError
from sitebuild.output import OWN_FILES, replaced_folder, write_atomically


def test_a_folder_is_replaced_as_a_whole(tmp_path: Path) -> None:
    site = tmp_path / "dist"
    site.mkdir()
    for name in OWN_FILES:
        (site / name).write_text("old")
    with replaced_folder(site) as new:
        (new / "new.html").write_text("new")
        assert (site / "index.html").read_text() == "old"
    assert [file.name for file in site.iterdir()] == ["new.html"]
    assert [file.name for file in tmp_path.iterdir()] == ["dist"]


def test_a_failure_keeps_the_old_folder(tmp_path: Path) -> None:
    site = tmp_path / "dist"
    site.mkdir()
    for name in OWN_FILES:
        (site / name).write_text("old")
    with pytest.raises(KeyboardInterrupt), replaced_folder(site) as new:
        (new / "half.html").write_text("half")
        raise KeyboardInterrupt
    assert {file.name for file in site.iterdir()} == set(OWN_FILES)
    assert [file.name for file in tmp_path.iterdir()] == ["dist"]


def test_a_file_is_whole_or_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "cache" / "file"
    write_atomically(file, b"first")

    def fail(self: Path, target: Path) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        write_atomically(file, b"second")
    assert file.read_bytes() == b"first"
    assert [entry.name for entry in file.parent.iterdir()] == ["file"]


def test_a_folder_of_other_files_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with (
        pytest.raises(BuildError, match="holds other files"),
        replaced_folder(tmp_path),
    ):
        pass
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


def test_an_interruption_between_the_two_puts_the_old_one_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "dist"
    site.mkdir()
    for name in OWN_FILES:
        (site / name).write_text("old")
    replace, calls = Path.replace, []

    def interrupted(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt), replaced_folder(site):
        pass
    assert (site / "index.html").read_text() == "old"
