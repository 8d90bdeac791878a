"""scikit-learn's `load_digits`: 1,797 scanned digits of 8 by 8 pixels."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

from digitcore.tutorial import SOURCE, enlarge
from modelbuild.glyphs import Glyphs, views_of_ink

HELD_OUT = 0.25


class Scanned(NamedTuple):
    """`load_digits`, split as the tutorial splits it.

    Attributes
    ----------
    glyphs : Glyphs
        All of them.
    images : float64 array of shape (1797, 8, 8)
        As they come: 16 is ink.
    training, held_out : int64 array
        Indices of the two parts.
    """

    glyphs: Glyphs
    images: NDArray[np.float64]
    training: NDArray[np.int64]
    held_out: NDArray[np.int64]


def scanned_digits() -> Scanned:
    """Load and normalise them; a quarter is held out, stratified."""
    data = load_digits()
    views = np.stack([views_of_ink(enlarge(image)) for image in data.images])
    training, held_out = train_test_split(
        np.arange(len(views)),
        test_size=HELD_OUT,
        random_state=42,
        stratify=data.target,
    )
    glyphs = Glyphs.of(views, data.target, SOURCE)
    return Scanned(glyphs, data.images, training, held_out)
