"""MNIST's file format."""

import gzip
import struct
from pathlib import Path

import numpy as np
import pytest

from modelbuild.errors import BuildError
from modelbuild.idx import read_idx

LABELS = bytes([0, 0, 8, 1, 0, 0, 0, 3, 7, 2, 1])


def test_reads_what_the_format_says(tmp_path: Path) -> None:
    path = tmp_path / "labels"
    path.write_bytes(LABELS)
    assert read_idx(path, 1).tolist() == [7, 2, 1]


def test_reads_pictures_in_order(tmp_path: Path) -> None:
    path = tmp_path / "pictures"
    values = bytes(range(12))
    path.write_bytes(struct.pack(">HBB3I", 0, 8, 3, 2, 3, 2) + values)
    assert read_idx(path, 3).tolist() == np.arange(12).reshape(2, 3, 2).tolist()


def test_reads_gzipped_files(tmp_path: Path) -> None:
    path = tmp_path / "labels.gz"
    path.write_bytes(gzip.compress(LABELS, mtime=0))
    assert read_idx(path, 1).tolist() == [7, 2, 1]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "cut off"),
        (LABELS[:6], "cut off"),
        (LABELS[:-1], "should have 3 bytes"),
        (LABELS + b"x", "should have 3 bytes"),
        (b"GIF89a and more", "no IDX file"),
        (bytes([0, 0, 13, 1]) + LABELS[4:], "no IDX file of bytes"),
        (bytes([0, 0, 8, 3]) + LABELS[4:], "3 dimensions"),
        (gzip.compress(LABELS, mtime=0)[:-6], "damaged"),
        (gzip.compress(LABELS, mtime=0)[:12] + b"\xff" * 20, "damaged"),
    ],
)
def test_says_what_is_wrong(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "labels"
    path.write_bytes(content)
    with pytest.raises(BuildError, match=message):
        read_idx(path, 1)


def test_says_which_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="nowhere can't be read: No such file"):
        read_idx(tmp_path / "nowhere", 1)
