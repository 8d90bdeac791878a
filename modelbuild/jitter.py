"""Glyphs as they might have been: a little bent, turned, blurred and thickened.

Learnt from the same glyph and its jittered copy, the metric finds out which
differences between glyphs mean nothing.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, map_coordinates

from digitcore.glyph import GLYPH_SIZE
from modelbuild.glyphs import Glyphs, measured
from modelbuild.workers import spread

TURN = 5.0  # degrees; this and all below are standard deviations
STRETCH = 0.06
SHEAR = 0.08
SHIFT = 0.8  # pixels
LARGEST_WAVE = 1.3  # pixels
BLUR = (0.4, 1.2)  # pixels
CONTRAST = (1.5, 5.0)


def jittered(glyphs: Glyphs) -> Glyphs:
    """Jitter every glyph, all its views alike.

    Parameters
    ----------
    glyphs : Glyphs

    Returns
    -------
    Glyphs
        As many, in the same order.
    """
    tasks = list(enumerate(glyphs.views))
    views = np.stack(list(spread(_jittered, tasks)))
    return Glyphs(views, measured(views), glyphs.digits, glyphs.sources)


def _jittered(task: tuple[int, NDArray[np.uint8]]) -> NDArray[np.uint8]:
    number, views = task
    rng = np.random.default_rng(number)
    coordinates = bent_grid(rng)
    blur, contrast = rng.uniform(*BLUR), rng.uniform(*CONTRAST)
    level = np.clip(rng.normal(0.5, 0.1), 0.25, 0.75)
    result = np.empty_like(views)
    for view, ink in enumerate(views.astype(np.float32) / 255):
        moved = gaussian_filter(map_coordinates(ink, coordinates, order=1), blur)
        edge = level * min(1, moved.max())
        sharpened = np.clip((moved - edge) * contrast + 0.5, 0, 1)
        result[view] = np.round(255 * sharpened)
    return result


def bent_grid(rng: np.random.Generator) -> NDArray[np.float64]:
    """Draw where each pixel of a jittered glyph is taken from.

    Parameters
    ----------
    rng : numpy.random.Generator

    Returns
    -------
    float64 array of shape (2, 32, 32)
        Rows and columns.
    """
    middle = (GLYPH_SIZE - 1) / 2
    grid = np.indices((GLYPH_SIZE, GLYPH_SIZE)) - middle
    angle = np.radians(rng.normal(0, TURN))
    wide, high = np.exp(rng.normal(0, STRETCH, 2))
    matrix = np.array(
        [
            [np.cos(angle) * high, np.sin(angle) * high],
            [rng.normal(0, SHEAR) - np.sin(angle) * wide, np.cos(angle) * wide],
        ]
    )
    bent = np.tensordot(matrix, grid, axes=1)
    for axis in bent:
        wave = gaussian_filter(rng.normal(size=axis.shape), rng.uniform(2.5, 6))
        axis += rng.normal(0, SHIFT) + wave / wave.std() * rng.uniform(0, LARGEST_WAVE)
    return bent + middle
