"""Drawings from elsewhere to judge a model by, in a NumPy file."""

import zipfile
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from modelbuild.errors import BuildError


class Drawings(NamedTuple):
    """Pictures with what they show.

    Attributes
    ----------
    name : str
    pictures : uint8 array of shape (n, height, width)
        Paper 255 and ink 0.
    digits : int64 array of shape (n,)
    """

    name: str
    pictures: NDArray[np.uint8]
    digits: NDArray[np.int64]


def load_drawings(path: Path) -> Drawings:
    """Load drawings: an .npz file with the arrays ``images`` and ``digits``.

    Parameters
    ----------
    path : Path
        ``images`` is uint8 (n, height, width), ``digits`` holds n integers.

    Returns
    -------
    Drawings

    Raises
    ------
    BuildError
        If the file is damaged or its arrays are of another kind.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            pictures, digits = arrays["images"], arrays["digits"]
    except KeyError as error:
        raise BuildError(f"{path} needs the arrays images and digits.") from error
    except (OSError, ValueError, zipfile.BadZipFile, EOFError) as error:
        raise BuildError(f"{path} is no .npz file that can be read: {error}") from error
    if pictures.dtype != np.uint8 or pictures.ndim != 3 or not len(pictures):
        raise BuildError(f"{path}: images must be uint8 (n, height, width).")
    if digits.shape != (len(pictures),) or not np.isin(digits, range(10)).all():
        raise BuildError(f"{path}: digits must be {len(pictures)} integers, 0 to 9.")
    return Drawings(path.stem, pictures, digits.astype(np.int64))
