"""Measure how a digit stands: its place, size, slant and proportions.

All lengths are in pixels, and y runs downwards.

References
----------
.. [1] C.-L. Liu, K. Nakashima, H. Sako and H. Fujisawa, "Handwritten digit
   recognition: investigation of normalization and feature extraction
   techniques", Pattern Recognition 37 (2004), 265-279.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.float32]
"""A picture of ink: float32 (height, width), 1 is ink and 0 is paper."""

INK_THRESHOLD = 0.4  # ink from which a pixel counts as written on
STEEPEST_SLANT = 0.8
MOMENT_EXTENT = 4.2  # a digit's size, in standard deviations of its ink


class Frame(NamedTuple):
    """Where a digit stands in its crop, in pixels: centre, size and slant."""

    x: float
    y: float
    width: float
    height: float
    slant: float


class Moments(NamedTuple):
    """Centroid and second central moments of a picture's ink, in pixels."""

    x: float
    y: float
    xx: float
    xy: float
    yy: float


def bounds(ink: Picture) -> tuple[int, int, int, int]:
    """Find the rows and columns that are written on.

    Returns
    -------
    tuple of int
        Top, bottom, left and right; bottom and right lie just outside.

    Raises
    ------
    ValueError
        If nothing is written there.

    Examples
    --------
    >>> import numpy as np
    >>> ink = np.zeros((9, 9), np.float32)
    >>> ink[2:7, 4] = 1
    >>> bounds(ink)
    (2, 7, 4, 5)
    """
    written = ink > INK_THRESHOLD
    rows = np.flatnonzero(written.any(axis=1))
    if not rows.size:
        raise ValueError("There is no ink: nothing is written there.")
    columns = np.flatnonzero(written.any(axis=0))
    return int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1


def measure(picture: Picture) -> Moments:
    """Measure where a picture's ink lies and how it is spread.

    Parameters
    ----------
    picture : float32 array of shape (height, width)
        With some ink.

    Returns
    -------
    Moments

    Examples
    --------
    >>> measure(np.array([[1, 0], [1, 0], [1, 0]], np.float32)).y
    1.0
    """
    mass = picture / picture.sum()
    y = np.arange(picture.shape[0], dtype=np.float32)
    x = np.arange(picture.shape[1], dtype=np.float32)
    by_row, by_column = mass.sum(axis=1), mass.sum(axis=0)
    cx, cy = float(by_column @ x), float(by_row @ y)
    dx, dy = x - cx, y - cy
    return Moments(
        x=cx,
        y=cy,
        xx=float(by_column @ dx**2),
        xy=float(dy @ mass @ dx),
        yy=float(by_row @ dy**2),
    )


def slant_of(moments: Moments) -> float:
    """Measure slant: how far a digit runs to the right per pixel downwards.

    It is the regression of x on y, and no steeper than 0.8.

    Examples
    --------
    >>> round(slant_of(Moments(x=0, y=0, xx=9, xy=-25, yy=100)), 3)
    -0.25
    """
    slant = moments.xy / (moments.yy + 1e-6)
    return max(-STEEPEST_SLANT, min(STEEPEST_SLANT, slant))


def moment_frame(moments: Moments, slant: float) -> Frame:
    """Frame a digit by its centroid and 4.2 standard deviations of its ink."""
    xx = moments.xx - 2 * slant * moments.xy + slant**2 * moments.yy
    width, height = np.sqrt(max(xx, 1e-3)), np.sqrt(max(moments.yy, 1e-3))
    return Frame(
        moments.x,
        moments.y,
        MOMENT_EXTENT * float(width),
        MOMENT_EXTENT * float(height),
        slant,
    )


def box_frame(picture: Picture, moments: Moments, slant: float) -> Frame:
    """Frame a digit by the bounding box that it has when stood upright."""
    y, x = np.nonzero(picture > INK_THRESHOLD)
    x = x - slant * (y - moments.y)
    left, right, top, bottom = x.min(), x.max(), y.min(), y.max()
    middle = float(top + bottom) / 2
    return Frame(
        # The shear leaves the row of the centroid where it is.
        float(left + right) / 2 + slant * (middle - moments.y),
        middle,
        float(right - left) + 1,
        float(bottom - top) + 1,
        slant,
    )


def fitted_size(frame: Frame, room: float) -> tuple[float, float]:
    """Width and height of a digit in its glyph: the longer side fills the room.

    The aspect ratio r becomes sqrt(sin(pi r / 2)), which widens what is narrow
    but still tells a 1 from a 0 [1]_.

    Examples
    --------
    >>> fitted_size(Frame(0, 0, width=20, height=20, slant=0), room=28)
    (28, 28.0)
    """
    aspect = min(frame.width, frame.height) / max(frame.width, frame.height)
    shorter = room * float(np.sqrt(np.sin(np.pi / 2 * aspect)))
    return (shorter, room) if frame.width < frame.height else (room, shorter)
