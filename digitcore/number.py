"""Cut a row of digits apart.

Where one digit ends and the next begins is best told by reading them [1]_: the row
is cut into pieces too small rather than too large, every run of neighbouring pieces
is read as if it were a digit, and the cheapest way through the row is taken.

References
----------
.. [1] H. Bunke and P. S. P. Wang (eds.), "Handbook of Character Recognition and
   Document Image Analysis" (1997), on segmentation by recognition.
"""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import find_objects, label

from digitcore.frame import INK_THRESHOLD, Picture, bounds

OVERLAP = 0.45  # of the narrower piece; what lies so far over another belongs to it
MOST_PIECES = 4  # in a digit
MOST_STROKES = 60  # in a row; a photo of something else has thousands

# In heights of the row:
WIDE = 0.62  # a piece to look for cuts in
THIN = 0.35  # the ink of a column where it may be cut
NARROWEST_CUT = 0.18
CUT_SPACING = 0.15
WIDEST_DIGIT = 1.45
MOST_CUTS = 3
LOW = 0.62

# In distances that are usual among digits:
UNLIKELY = 1.5
UNLIKELY_COST = 4.0  # of the square of what is beyond
SHAPE_COST = 10.0  # of a height of the row too low or too broad
CUT_COST = 0.4  # of a stroke cut through
DIGIT_GAIN = 1.2  # or else two digits would always cost more than one


class Segment(NamedTuple):
    """A run of pieces that may be a digit.

    Attributes
    ----------
    first, last : int
        The run's first piece, and the one after its last.
    ink : float32 array
        Its ink alone, cut out.
    box : tuple of int
        Left, top, right and bottom in the row's picture.
    cuts : int
        At how many of its two ends a stroke was cut through.
    """

    first: int
    last: int
    ink: Picture
    box: tuple[int, int, int, int]
    cuts: int = 0


def find_segments(ink: Picture) -> list[Segment]:
    """List all that may be a digit in a row.

    Parameters
    ----------
    ink : float32 array of shape (height, width)

    Returns
    -------
    list of Segment

    Examples
    --------
    >>> ink = np.zeros((100, 100), np.float32)
    >>> ink[10:90, 20:24] = ink[10:90, 60:64] = 1
    >>> [(segment.first, segment.last) for segment in find_segments(ink)]
    [(0, 1), (0, 2), (1, 2)]
    """
    top, bottom, _, _ = bounds(ink)
    height = bottom - top
    pieces: list[NDArray[np.bool_]] = []
    cut_before: list[bool] = []  # whether a stroke was cut before each piece
    for stroke in _strokes(ink):
        parts = _cut(stroke, height)
        pieces += parts
        cut_before += [False] + [True] * (len(parts) - 1)
    cut_before.append(False)
    found = []
    for first in range(len(pieces)):
        together = np.zeros(ink.shape, bool)
        for last in range(first, min(first + MOST_PIECES, len(pieces))):
            together |= pieces[last]
            part = np.where(together, ink, np.float32(0))
            upper, lower, left, right = bounds(part)
            if last > first and right - left > WIDEST_DIGIT * height:
                break
            found.append(
                Segment(
                    first,
                    last + 1,
                    part[upper:lower, left:right],
                    (left, upper, right, lower),
                    cut_before[first] + cut_before[last + 1],
                )
            )
    return found


def cheapest_row(segments: list[Segment], costs: NDArray[np.floating]) -> list[int]:
    """Choose the segments that together cost least and leave no piece out.

    Parameters
    ----------
    segments : list of Segment
        Ordered by their first piece.
    costs : float array of shape (n_segments,)

    Returns
    -------
    list of int
        Indices of the segments chosen, from left to right.

    Examples
    --------
    Two pieces cost 5 together, and 1 and 2 alone:

    >>> nothing = np.zeros((1, 1), np.float32)
    >>> runs = [(0, 1), (0, 2), (1, 2)]
    >>> row = [Segment(*run, nothing, (0, 0, 1, 1)) for run in runs]
    >>> cheapest_row(row, np.array([1.0, 5.0, 2.0]))
    [0, 2]
    """
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for index, segment in enumerate(segments):
        so_far, chosen = best[segment.first]
        total = so_far + float(costs[index])
        if segment.last not in best or total < best[segment.last][0]:
            best[segment.last] = (total, [*chosen, index])
    return best[max(best)][1]


def segment_costs(
    segments: list[Segment], unlikeness: NDArray[np.floating]
) -> NDArray[np.floating]:
    """Cost of taking each segment for a digit.

    Parameters
    ----------
    segments : list of Segment
    unlikeness : float array of shape (n_segments,)
        Distance to the nearest digit, 1 being usual among digits.

    Returns
    -------
    float array of shape (n_segments,)
    """
    boxes = np.array([segment.box for segment in segments])
    widths, heights = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    row_height = boxes[:, 3].max() - boxes[:, 1].min()
    low = np.maximum(LOW - heights / row_height, 0)
    broad = np.maximum(widths / row_height - 1, 0)
    cuts = np.array([segment.cuts for segment in segments])
    costs: NDArray[np.floating] = (
        unlikeness
        + UNLIKELY_COST * np.maximum(unlikeness - UNLIKELY, 0) ** 2
        + SHAPE_COST * (low + broad)
        + CUT_COST * cuts
        - DIGIT_GAIN
    )
    return costs


def _strokes(ink: Picture) -> list[NDArray[np.bool_]]:
    """Masks of what hangs together or lies over each other, from left to right."""
    labels, _ = label(ink > INK_THRESHOLD, np.ones((3, 3)))
    places = find_objects(labels)
    largest = np.argsort(np.bincount(labels.ravel())[1:])[::-1][:MOST_STROKES]
    strokes = [
        (places[index][1].start, places[index][1].stop, labels == index + 1)
        for index in largest
    ]
    strokes.sort(key=lambda stroke: stroke[0] + stroke[1])
    merged: list[tuple[int, int, NDArray[np.bool_]]] = []
    for left, right, mask in strokes:
        while merged:
            before_left, before_right, before = merged[-1]
            overlap = min(right, before_right) - max(left, before_left)
            narrower = min(right - left, before_right - before_left)
            if overlap <= OVERLAP * narrower:
                break
            merged.pop()
            left, right = min(left, before_left), max(right, before_right)
            mask = mask | before
        merged.append((left, right, mask))
    return [mask for _, _, mask in merged]


def _cut(mask: NDArray[np.bool_], height: int) -> list[NDArray[np.bool_]]:
    """Cut a wide stroke at its thinnest columns."""
    columns = np.flatnonzero(mask.any(axis=0))
    left, width = int(columns[0]), int(columns[-1]) + 1 - int(columns[0])
    if width <= WIDE * height:
        return [mask]
    thickness = mask[:, left : left + width].sum(axis=0).astype(float)
    thickness = np.convolve(thickness, np.ones(3) / 3, "same")
    reach = max(round(0.05 * height), 1)
    margin = max(int(NARROWEST_CUT * height), 1)
    thinnest = [
        column
        for column in range(margin, width - margin)
        if thickness[column] < THIN * height
        and thickness[column]
        == thickness[max(column - reach, 0) : column + reach + 1].min()
    ]
    cuts: list[int] = []
    for column in sorted(thinnest, key=lambda column: thickness[column]):
        if len(cuts) < MOST_CUTS and all(
            abs(column - cut) > CUT_SPACING * height for cut in cuts
        ):
            cuts.append(column)
    parts = []
    for start, stop in pairwise([0, *sorted(cuts), width]):
        part = np.zeros_like(mask)
        part[:, left + start : left + stop] = mask[:, left + start : left + stop]
        parts.append(part)
    return parts
