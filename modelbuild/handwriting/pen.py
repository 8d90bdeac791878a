"""What pen and arm do to a stroke: its width, tremor, hurry, coarse sampling."""

import math
from collections.abc import Sequence

import numpy as np
from scipy.ndimage import gaussian_filter1d

from modelbuild.handwriting.curves import Stroke, length, resample
from modelbuild.handwriting.hand import Hand

THINNEST, THICK, THICKEST = 0.035, 0.22, 0.34
"""Widths of pens, as parts of the drawing's longer side.

Few are thicker than THICK: a pen of 24 pixels on a digit of 70, say.
"""


def width(hand: Hand, brush: float = 0.1) -> float:
    """Return a pen's width, as a part of the drawing's longer side.

    Parameters
    ----------
    hand : Hand
        Who chooses the pen.
    brush : float
        How often it is one of the thickest.

    Returns
    -------
    float
        Evenly distributed by its logarithm.
    """
    if hand.chance(brush):
        return hand(THICK, THICKEST)
    return THINNEST * math.exp(hand(0, math.log(THICK / THINNEST)))


def write_by_hand(strokes: Sequence[Stroke], hand: Hand) -> list[Stroke]:
    """Return strokes as an arm moves: hurried, trembling or coarsely recorded.

    Each is left as it is more often than not.
    """
    written = list(strokes)
    if hand.chance(0.45):
        haste = hand(0.01, 0.07)
        written = [hurry(stroke, haste) for stroke in written]
    if hand.chance(0.4):
        shake = hand(0.002, 0.012)
        written = [tremble(stroke, shake, hand) for stroke in written]
    if hand.chance(0.25):
        gap = hand(0.06, 0.22)
        written = [sample_coarsely(stroke, gap) for stroke in written]
    return written


def hurry(stroke: Stroke, haste: float, samples: int = 64) -> Stroke:
    """Return a stroke with its corners cut, as a fast arm cuts them.

    Parameters
    ----------
    stroke : ndarray of shape (n, 2)
    haste : float
        Standard deviation of the smoothing along the stroke; a digit is about
        1 high.
    samples : int
        Points of the result.

    Returns
    -------
    ndarray of shape (samples, 2)
        It still begins and ends where it did.
    """
    even = resample(stroke, samples)
    gap = max(length(stroke), 1e-6) / (samples - 1)
    line: Stroke = np.linspace(even[0], even[-1], samples)
    # An odd continuation at both ends keeps the ends in their place.
    away = even - line
    mirrored = np.concatenate([-away[:0:-1], away, -away[-2::-1]])
    smoothed: Stroke = gaussian_filter1d(mirrored, haste / gap, axis=0)
    return line + smoothed[samples - 1 : 2 * samples - 1]


def tremble(stroke: Stroke, size: float, hand: Hand) -> Stroke:
    """Return a stroke with a slight shake, as of a mouse or an unsure hand."""
    noise = hand.rng.standard_normal(stroke.shape)
    shake: Stroke = gaussian_filter1d(noise, 1.5, axis=0)
    return stroke + 2.3 * size * shake


def sample_coarsely(stroke: Stroke, gap: float) -> Stroke:
    """Return a stroke as a slow tablet records it: few points, straight lines.

    Parameters
    ----------
    stroke : ndarray of shape (n, 2)
    gap : float
        Distance between points; the digit is about 1 high.

    Returns
    -------
    ndarray of shape (m, 2)
    """
    return resample(stroke, max(3, round(length(stroke) / gap) + 1))
