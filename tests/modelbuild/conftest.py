"""Small files like those that `build_model.py` is given."""

import copy
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from modelbuild.handwriting import draw_digit

WriteIdx = Callable[[Path, NDArray[np.uint8]], None]


@pytest.fixture(scope="session")
def write_idx() -> WriteIdx:
    """A function that writes IDX files of unsigned bytes, by the book."""

    def write(path: Path, values: NDArray[np.uint8]) -> None:
        header = struct.pack(f">HBB{values.ndim}I", 0, 8, values.ndim, *values.shape)
        path.write_bytes(header + values.tobytes())

    return write


@pytest.fixture(scope="session")
def exported() -> dict[str, Any]:
    """Two drawings as the page exports them: a line, and a dot on a wide pad."""
    line, dot = [[280, 100], [280, 300.5], [280, 460]], [[50, 60]]
    return {
        "format": "digitpad-strokes",
        "version": 1,
        "samples": [
            {"label": 1, "width": 560, "height": 560, "pen": 20, "strokes": [line]},
            {
                "label": 7,
                "width": 300,
                "height": 150,
                "pen": 8,
                "strokes": [dot],
            },
        ],
    }


@pytest.fixture
def export(exported: dict[str, Any]) -> dict[str, Any]:
    """The same, to be changed by a test."""
    return copy.deepcopy(exported)


@pytest.fixture(scope="session")
def fill_with_mnist(write_idx: WriteIdx) -> Callable[[Path], None]:
    """A function that puts few digits into a folder: 28 by 28, white on black."""

    def fill(folder: Path) -> None:
        for part, count in (("train", 40), ("t10k", 20)):
            digits = np.arange(count, dtype=np.uint8) % 10
            pictures = [
                255 - draw_digit(int(digit), [number, len(part)])[::4, ::4]
                for number, digit in enumerate(digits)
            ]
            padded = np.pad(pictures, ((0, 0), (2, 2), (2, 2)))
            write_idx(folder / f"{part}-images-idx3-ubyte", padded)
            write_idx(folder / f"{part}-labels-idx1-ubyte", digits)

    return fill


@pytest.fixture
def mnist_folder(tmp_path: Path, fill_with_mnist: Callable[[Path], None]) -> Path:
    """A folder with such digits."""
    folder = tmp_path / "mnist"
    folder.mkdir()
    fill_with_mnist(folder)
    return folder
