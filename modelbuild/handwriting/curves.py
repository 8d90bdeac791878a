"""Lines a pen can follow: arcs, smooth curves through points, and corners.

A stroke is a float array of shape (n, 2): x to the right, y down, a whole
digit about 1 high.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Stroke = NDArray[np.float64]
Point = tuple[float, float]


def arc(
    center: Point,
    radii: Point,
    start: float,
    sweep: float,
    squareness: float = 2.0,
    samples: int = 32,
) -> Stroke:
    """Return part of a superellipse.

    Parameters
    ----------
    center, radii : (float, float)
        Middle, and half width and half height.
    start, sweep : float
        Angles in degrees; 0 points right, and positive sweeps run clockwise,
        since y points down.
    squareness : float
        Exponent of the superellipse: 2 is an ellipse, more is boxier.
    samples : int
        Number of points.

    Returns
    -------
    ndarray of shape (samples, 2)

    Examples
    --------
    >>> arc((0, 0), (1, 2), 0, 90, samples=2).round(6).tolist()
    [[1.0, 0.0], [0.0, 2.0]]
    """
    angle = np.radians(np.linspace(start, start + sweep, samples))
    direction = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    if squareness != 2.0:
        direction = np.sign(direction) * np.abs(direction) ** (2 / squareness)
    stroke: Stroke = np.asarray(center) + np.asarray(radii) * direction
    return stroke


def smooth(points: Sequence[Point] | Stroke, samples: int = 10) -> Stroke:
    """Return the centripetal Catmull-Rom spline through points.

    It passes through every point and, unlike the uniform one, makes no loops
    of its own where points lie close together.

    Parameters
    ----------
    points : sequence of (x, y)
        Two points make a straight line.
    samples : int
        Points of the curve from one given point to the next.

    Returns
    -------
    ndarray of shape ((len(points) - 1) * samples + 1, 2)

    References
    ----------
    E. Catmull and R. Rom, "A class of local interpolating splines", 1974;
    C. Yuksel et al., "Parameterization and applications of Catmull-Rom
    curves", 2011.

    Examples
    --------
    >>> smooth([(0, 0), (1, 1), (2, 0)], samples=2)[[0, 2, 4]].round(6).tolist()
    [[0.0, 0.0], [1.0, 1.0], [2.0, 0.0]]
    """
    via = np.asarray(points, dtype=np.float64)
    if len(via) < 3:
        return np.linspace(via[0], via[-1], samples + 1)
    ends = 2 * via[[0, -1]] - via[[1, -2]]
    padded = np.concatenate([ends[:1], via, ends[1:]])
    gaps = np.sqrt(np.linalg.norm(np.diff(padded, axis=0), axis=1).clip(1e-8))
    before, during, after = gaps[:-2, None], gaps[1:-1, None], gaps[2:, None]
    p0, p1, p2, p3 = padded[:-3], padded[1:-2], padded[2:-1], padded[3:]
    # The spline is a cubic Hermite curve with these tangents at p1 and p2.
    step = p2 - p1
    leave = step + during * ((p1 - p0) / before - (p2 - p0) / (before + during))
    arrive = step + during * ((p3 - p2) / after - (p3 - p1) / (during + after))
    t = (np.arange(samples) / samples)[None, :, None]
    curve = (
        p1[:, None]
        + t * leave[:, None]
        + t**2 * (3 * step - 2 * leave - arrive)[:, None]
        + t**3 * (leave + arrive - 2 * step)[:, None]
    )
    return np.concatenate([curve.reshape(-1, 2), via[-1:]])


def join(*pieces: Sequence[Point] | Stroke) -> Stroke:
    """Return one stroke of smooth pieces that meet in corners.

    Examples
    --------
    >>> join([(0, 0), (1, 0)], [(1, 0), (1, 1)])[[0, -1]].tolist()
    [[0.0, 0.0], [1.0, 1.0]]
    """
    return np.concatenate([smooth(piece) for piece in pieces])


def polyline(points: ArrayLike, samples: int = 8) -> Stroke:
    """Return straight lines through points, with points of their own between.

    Straight lines need them too, or a later warp could not bend them.

    Examples
    --------
    >>> polyline([(0, 0), (2, 0), (2, 2)], samples=2).tolist()
    [[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [2.0, 1.0], [2.0, 2.0]]
    """
    via = np.asarray(points, dtype=np.float64)
    t = (np.arange(samples) / samples)[None, :, None]
    lines = via[:-1, None] + t * (via[1:] - via[:-1])[:, None]
    return np.concatenate([lines.reshape(-1, 2), via[-1:]])


def resample(stroke: Stroke, samples: int) -> Stroke:
    """Return a stroke with points at equal distances along it.

    Examples
    --------
    >>> resample(np.array([[0.0, 0.0], [1.0, 0.0], [4.0, 0.0]]), 3).tolist()
    [[0.0, 0.0], [2.0, 0.0], [4.0, 0.0]]
    """
    steps = np.hypot(*np.diff(stroke, axis=0).T)
    walked = np.concatenate([[0.0], np.cumsum(steps)])
    at = np.linspace(0.0, walked[-1], samples)
    return np.stack([np.interp(at, walked, stroke[:, k]) for k in (0, 1)], axis=1)


def length(stroke: Stroke) -> float:
    """Return how long the way along a stroke is.

    Examples
    --------
    >>> length(np.array([[0.0, 0.0], [3.0, 4.0], [3.0, 5.0]]))
    6.0
    """
    return float(np.hypot(*np.diff(stroke, axis=0).T).sum())


def bounds(strokes: Sequence[Stroke]) -> tuple[Stroke, Stroke]:
    """Return the upper left and the lower right corner of the strokes' box.

    Examples
    --------
    >>> low, high = bounds([np.array([[0.0, 2.0], [1.0, 1.0]])])
    >>> low.tolist(), high.tolist()
    ([0.0, 1.0], [1.0, 2.0])
    """
    points = np.concatenate(list(strokes))
    return points.min(axis=0), points.max(axis=0)
