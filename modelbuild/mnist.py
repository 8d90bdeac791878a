"""MNIST, from scikit-learn's `fetch_openml` or from IDX files in a folder."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.datasets import fetch_openml

from modelbuild.drawings import Drawings
from modelbuild.errors import BuildError
from modelbuild.glyphs import Glyphs, views_of_drawings
from modelbuild.idx import read_idx
from modelbuild.training import Group

SIDE = 28
TRAINING = 60_000  # of the 70,000 on OpenML the first so many
SOURCE = "MNIST"


class Mnist(NamedTuple):
    """Both parts of MNIST."""

    training: "Pictures"
    test: "Pictures"


class Pictures(NamedTuple):
    """Pictures with what they show.

    Attributes
    ----------
    pictures : uint8 array of shape (n, 28, 28)
        White ink (255) on black paper (0), as MNIST has it.
    digits : int64 array of shape (n,)
    """

    pictures: NDArray[np.uint8]
    digits: NDArray[np.int64]


def load_mnist(folder: Path | None = None) -> Mnist:
    """Load MNIST's training and test pictures.

    Parameters
    ----------
    folder : Path, optional
        One with the four IDX files, gzipped or not; without it they are fetched
        from OpenML and cached by scikit-learn.

    Returns
    -------
    Mnist

    Raises
    ------
    BuildError
        If they can't be had, or are damaged or of another shape.
    """
    if folder is None:
        return _fetch()
    return Mnist(_read(folder, "train"), _read(folder, "t10k"))


def _read(folder: Path, part: str) -> Pictures:
    pictures = read_idx(_find(folder, f"{part}-images", "idx3-ubyte"), 3)
    digits = read_idx(_find(folder, f"{part}-labels", "idx1-ubyte"), 1)
    return checked(pictures, digits, f"{folder} ({part})")


def _find(folder: Path, stem: str, kind: str) -> Path:
    names = [f"{stem}{dot}{kind}{end}" for dot in "-." for end in ("", ".gz")]
    for name in names:
        if (folder / name).is_file():
            return folder / name
    raise BuildError(f"There is no {names[0]} or {names[1]} in {folder}.")


def _fetch() -> Mnist:
    try:
        pixels, labels = fetch_openml(
            "mnist_784", version=1, return_X_y=True, as_frame=False, parser="liac-arff"
        )
    except (OSError, ValueError) as error:
        raise BuildError(
            f"MNIST could not be fetched from OpenML ({error}). Download its four "
            "IDX files yourself and give their folder: --mnist FOLDER."
        ) from error
    pictures = pixels.astype(np.uint8).reshape(-1, SIDE, SIDE)
    digits = labels.astype(np.uint8)
    return Mnist(
        checked(pictures[:TRAINING], digits[:TRAINING], "OpenML's MNIST"),
        checked(pictures[TRAINING:], digits[TRAINING:], "OpenML's MNIST (test)"),
    )


def checked(
    pictures: NDArray[np.uint8], digits: NDArray[np.uint8], name: str
) -> Pictures:
    """Check that pictures and labels are of the right shape and belong together.

    Raises
    ------
    BuildError
        If they don't, are empty, or show what is no digit.
    """
    if pictures.shape[1:] != (SIDE, SIDE):
        size = " x ".join(map(str, pictures.shape[1:]))
        raise BuildError(f"{name}: pictures are {size}, expected {SIDE} x {SIDE}.")
    if len(pictures) != len(digits):
        raise BuildError(f"{name}: {len(pictures)} pictures, but {len(digits)} labels.")
    missing = sorted(set(range(10)) - set(digits.tolist()))
    if missing:
        raise BuildError(f"{name}: has no picture of {', '.join(map(str, missing))}.")
    if digits.max() > 9:
        raise BuildError(f"{name}: the label {digits.max()} is no digit.")
    blank = np.flatnonzero(~pictures.any(axis=(1, 2)))
    if blank.size:
        raise BuildError(f"{name}: picture {blank[0]} is empty.")
    return Pictures(pictures, digits.astype(np.int64))


def mnist_group(pictures: Pictures, n_prototypes: int) -> Group:
    """Normalise pictures to learn from."""
    views = views_of_drawings(list(255 - pictures.pictures))
    return Group(Glyphs.of(views, pictures.digits, SOURCE), n_prototypes)


def mnist_drawings(pictures: Pictures) -> Drawings:
    """Turn pictures into drawings to judge by, black on white."""
    return Drawings(f"{SOURCE}, test", 255 - pictures.pictures, pictures.digits)
