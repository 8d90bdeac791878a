"""Drawings to judge a model by."""

from pathlib import Path

import numpy as np
import pytest

from modelbuild.drawings import load_drawings
from modelbuild.errors import BuildError

IMAGES = np.full((3, 20, 20), 255, np.uint8)


def test_reads_images_and_digits(tmp_path: Path) -> None:
    path = tmp_path / "pens.npz"
    np.savez(path, images=IMAGES, digits=[3, 1, 4], writers=["a", "b", "b"])
    drawings = load_drawings(path)
    assert drawings.name == "pens"
    assert drawings.digits.tolist() == [3, 1, 4]
    assert (drawings.pictures == IMAGES).all()


@pytest.mark.parametrize(
    ("arrays", "message"),
    [
        ({"images": IMAGES}, "needs the arrays"),
        ({"images": IMAGES / 255, "digits": [3, 1, 4]}, "must be uint8"),
        ({"images": IMAGES[0], "digits": [3, 1, 4]}, "must be uint8"),
        ({"images": IMAGES[:0], "digits": []}, "must be uint8"),
        ({"images": IMAGES, "digits": [3, 1]}, "must be 3 integers"),
        ({"images": IMAGES, "digits": [3, 1, 10]}, "must be 3 integers"),
    ],
)
def test_refuses_other_arrays(
    tmp_path: Path, arrays: dict[str, np.ndarray], message: str
) -> None:
    path = tmp_path / "pens.npz"
    np.savez(path, **arrays)
    with pytest.raises(BuildError, match=message):
        load_drawings(path)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 and no more", b"some text"])
def test_refuses_other_files(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "pens.npz"
    path.write_bytes(content)
    with pytest.raises(BuildError, match=r"no \.npz file"):
        load_drawings(path)


def test_runs_no_pickles(tmp_path: Path) -> None:
    path = tmp_path / "pens.npz"
    np.savez(path, images=np.array([{"a": 1}], dtype=object), digits=[1])
    with pytest.raises(BuildError, match=r"no \.npz file"):
        load_drawings(path)
