"""An interrupted build leaves what was there."""

from pathlib import Path

import pytest

from sitebuild.output import replaced_folder, write_atomically


def test_a_folder_is_replaced_as_a_whole(tmp_path: Path) -> None:
    site = tmp_path / "dist"
    site.mkdir()
    (site / "old.html").write_text("old")
    with replaced_folder(site) as new:
        (new / "new.html").write_text("new")
        assert (site / "old.html").exists()
    assert [file.name for file in site.iterdir()] == ["new.html"]
    assert [file.name for file in tmp_path.iterdir()] == ["dist"]


def test_a_failure_keeps_the_old_folder(tmp_path: Path) -> None:
    site = tmp_path / "dist"
    site.mkdir()
    (site / "old.html").write_text("old")
    with pytest.raises(KeyboardInterrupt), replaced_folder(site) as new:
        (new / "half.html").write_text("half")
        raise KeyboardInterrupt
    assert [file.name for file in site.iterdir()] == ["old.html"]
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
