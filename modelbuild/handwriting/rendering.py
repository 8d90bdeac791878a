"""From strokes to a picture: a round pen on white paper, antialiased."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from modelbuild.handwriting.curves import Stroke, bounds

SIZE = 96
"""Side of the picture in pixels."""

MARGIN = 3
"""Least distance from ink to the picture's edge in pixels."""

OVERSAMPLING = 2
"""Drawn this much larger and reduced, so that edges are smooth."""


def render(strokes: Sequence[Stroke], pen_width: float) -> NDArray[np.uint8]:
    """Return a picture of strokes.

    Parameters
    ----------
    strokes : sequence of ndarray of shape (n, 2)
        At any place and in any unit: they are fitted to the picture.
    pen_width : float
        As a part of the longer side of the strokes' box.

    Returns
    -------
    ndarray of shape (SIZE, SIZE)
        uint8, paper 255 and ink 0.

    Examples
    --------
    >>> picture = render([np.array([[0.0, 0.0], [0.0, 1.0]])], pen_width=0.1)
    >>> picture.shape, int(picture.min()), int(picture.max())
    ((96, 96), 0, 255)
    """
    low, high = bounds(strokes)
    extent = max((high - low).max(), 0.1)
    scale = OVERSAMPLING * (SIZE - 2 * MARGIN) / (extent * (1 + pen_width))
    pen = pen_width * extent * scale
    middle = (OVERSAMPLING * SIZE - 1) / 2  # Pillow counts from pixel centres
    center = (low + high) / 2
    image = Image.new("L", (OVERSAMPLING * SIZE, OVERSAMPLING * SIZE), 255)
    draw = ImageDraw.Draw(image)
    for stroke in strokes:
        draw_stroke(draw, (stroke - center) * scale + middle, pen)
    return np.asarray(image.reduce(OVERSAMPLING))


def coarsen(picture: NDArray[np.uint8], pixels: int) -> NDArray[np.uint8]:
    """Return a picture as if it had been drawn small, then enlarged.

    Parameters
    ----------
    picture : ndarray of shape (SIZE, SIZE)
    pixels : int
        Side of the small picture.  A margin of 2 more is added around it.

    Returns
    -------
    ndarray of shape (SIZE, SIZE)

    Examples
    --------
    >>> picture = render([np.array([[0.0, 0.0], [0.0, 1.0]])], pen_width=0.1)
    >>> len(np.unique(coarsen(picture, 16))) > len(np.unique(picture))
    True
    """
    small = Image.fromarray(picture).resize((pixels, pixels), Image.Resampling.BOX)
    # Enlarging blurs over two pixels: they must not be cut off.
    padded = np.pad(np.asarray(small), 2, constant_values=255)
    enlarged = Image.fromarray(padded).resize((SIZE, SIZE), Image.Resampling.BICUBIC)
    return np.asarray(enlarged)


def draw_stroke(draw: ImageDraw.ImageDraw, points: Stroke, pen: float) -> None:
    """Draw one stroke: lines, with a dot of the pen's width at every point."""
    path = [(x, y) for x, y in points.tolist()]
    draw.line(path, fill=0, width=max(1, round(pen)))
    radius = (pen - 1) / 2  # Pillow's outlines cover the pixels they run through
    for x, y in path:
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=0)
