"""Drawings to glyphs and their features, many at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from digitcore.features import GradientFeatures
from digitcore.frame import Picture
from digitcore.glyph import GLYPH_SIZE, normalise
from digitcore.image import read_ink
from modelbuild.workers import spread

N_VIEWS = 2
BATCH = 2000  # glyphs measured at a time, to spare memory

FEATURES = GradientFeatures().fit(np.zeros((1, N_VIEWS * GLYPH_SIZE**2), np.float32))
"""The first step of every pipeline; it learns nothing but the number of views."""


@dataclass(frozen=True, eq=False)
class Glyphs:
    """Normalised drawings, their features and what they show.

    Attributes
    ----------
    views : uint8 array of shape (n, N_VIEWS, 32, 32)
        255 is ink.
    features : float32 array of shape (n, n_features)
        As the pipeline's first step measures them.
    digits : int64 array of shape (n,)
    sources : str array of shape (n,)
        Where each comes from.
    """

    views: NDArray[np.uint8]
    features: NDArray[np.float32]
    digits: NDArray[np.int64]
    sources: NDArray[np.str_]

    @classmethod
    def of(cls, views: NDArray[np.uint8], digits: ArrayLike, source: str) -> Self:
        """Measure views that all come from one source."""
        sources = np.full(len(views), source)
        return cls(views, measured(views), np.asarray(digits, np.int64), sources)

    @classmethod
    def joined(cls, parts: Iterable["Glyphs"]) -> Self:
        """Put several together, one after the other."""
        parts = list(parts)
        return cls(
            np.concatenate([part.views for part in parts]),
            np.concatenate([part.features for part in parts]),
            np.concatenate([part.digits for part in parts]),
            np.concatenate([part.sources for part in parts]),
        )

    def __len__(self) -> int:
        return len(self.views)

    def __getitem__(self, which: NDArray[np.integer] | slice) -> "Glyphs":
        return Glyphs(
            self.views[which],
            self.features[which],
            self.digits[which],
            self.sources[which],
        )


def measured(views: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Measure the features of views, (n, N_VIEWS, 32, 32), batch by batch."""
    return np.concatenate(
        [
            FEATURES.transform(rows(views[first : first + BATCH]))
            for first in range(0, len(views), BATCH)
        ]
    )


def rows(views: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Flatten views to what a pipeline takes: float32 (n, N_VIEWS * 1024)."""
    pixels: NDArray[np.float32] = views.reshape(len(views), -1).astype(np.float32)
    return pixels / np.float32(255)


def views_of_ink(ink: Picture) -> NDArray[np.uint8]:
    """Normalise the ink of one digit; 256 levels are plenty to learn from."""
    return np.round(255 * normalise(ink, N_VIEWS).views).astype(np.uint8)


def views_of_drawing(drawing: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Normalise a drawing: paper 255 and ink 0."""
    return views_of_ink(read_ink(drawing))


def views_of_drawings(drawings: Sequence[NDArray[np.uint8]]) -> NDArray[np.uint8]:
    """Normalise many drawings.

    Returns
    -------
    uint8 array of shape (n, N_VIEWS, 32, 32)
    """
    return np.stack(list(spread(views_of_drawing, drawings)))
