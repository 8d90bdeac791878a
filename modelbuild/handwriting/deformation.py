"""What makes every hand's copy of a shape different: proportions, lean, waviness.

All of it bends the plane the strokes lie in, so strokes that touch still touch.
"""

from collections.abc import Sequence

import numpy as np

from modelbuild.handwriting.curves import Stroke, bounds
from modelbuild.handwriting.hand import Hand

ROTATION = 9.0
"""Standard deviations of what is deformed: of the turn, in degrees."""
SLANT = 0.21
"""Of the shear, in widths per height."""
UPRIGHT = 0.06
"""Mean of the shear: most hands lean to the right."""
ASPECT = 0.28
"""Of the logarithm of the aspect ratio."""
PERSPECTIVE = 0.08
"""Of how much wider the bottom is than the top."""
CROWDING = (0.06, 0.08)
"""Of the logarithm of the exponents that move room across and down."""
WAVES = 0.014
"""Of the heights of the sine waves."""
LIFT = 0.013
"""Of how far a stroke is set beside its place after the pen was lifted."""


def deform(
    strokes: Sequence[Stroke], hand: Hand, strength: float = 1.0
) -> list[Stroke]:
    """Return strokes as some hand would write them.

    Parameters
    ----------
    strokes : sequence of ndarray of shape (n, 2)
        A character in its model form.
    hand : Hand
        The writer.
    strength : float
        Scales every deformation; 0 leaves the shape as it is.

    Returns
    -------
    list of ndarray of shape (n, 2)
        About 1 high, upper left corner near the origin.

    Examples
    --------
    >>> hand = Hand(np.random.default_rng(0))
    >>> line = np.array([[0.0, 0.0], [0.0, 2.0]])
    >>> deform([line], hand, strength=0.0)[0].round(6).tolist()
    [[0.0, 0.0], [0.0, 1.0]]
    """
    low, high = bounds(strokes)
    height = max(high[1] - low[1], 0.2)
    width = max((high[0] - low[0]) / height, 0.05)
    lifts = LIFT * strength * hand.rng.standard_normal((len(strokes), 2))
    if len(strokes) == 1:
        lifts[:] = 0
    points = np.concatenate(
        [
            (stroke - low) / height + lift
            for stroke, lift in zip(strokes, lifts, strict=True)
        ]
    )
    x, y = points.T
    x, y = redistribute(x, y, width, hand, strength)
    x, y = wave(x, y, hand, strength)
    x = (x - width / 2) * (1 + strength * hand.about(0, PERSPECTIVE) * (y - 0.5))
    x = x * np.exp(strength * hand.about(0, ASPECT))
    x = x + strength * hand.about(UPRIGHT, SLANT) * (0.5 - y)
    turn = strength * hand.about(0, ROTATION)
    points = rotate(np.stack([x + width / 2, y], axis=1), turn)
    ends = np.cumsum([len(stroke) for stroke in strokes])[:-1]
    return np.split(points, ends)


def redistribute(
    x: Stroke, y: Stroke, width: float, hand: Hand, strength: float
) -> tuple[Stroke, Stroke]:
    """Return coordinates with more room for the top or the bottom, left or right."""
    across, down = (np.exp(strength * hand.about(0, s)) for s in CROWDING)
    return width * (x / width).clip(0) ** across, y.clip(0) ** down


def wave(x: Stroke, y: Stroke, hand: Hand, strength: float) -> tuple[Stroke, Stroke]:
    """Return coordinates displaced by a few slow sine waves."""
    rng = hand.rng
    height = WAVES * strength * rng.standard_normal((4, 2, 1))
    phase = rng.uniform(0, 2 * np.pi, (4, 2, 1))
    frequency = 2 * np.pi * rng.uniform(0.3, 1.2, (4, 2, 1))
    along = np.stack([np.stack([x, y]), np.stack([y, x])] * 2)
    shift = (height * np.sin(frequency * along + phase)).sum(axis=0)
    return x + shift[0], y + shift[1]


def rotate(points: Stroke, degrees: float) -> Stroke:
    """Return points turned clockwise about the origin.

    Examples
    --------
    >>> rotate(np.array([[1.0, 0.0]]), 90).round(6).tolist()
    [[0.0, 1.0]]
    """
    angle = np.radians(degrees)
    cos, sin = np.cos(angle), np.sin(angle)
    turned: Stroke = points @ np.array([[cos, sin], [-sin, cos]])
    return turned
