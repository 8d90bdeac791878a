"""Rows fall into digits, and digits do not fall apart."""

import numpy as np
import pytest
from drawing import STROKES, Stroke, draw, draw_number

from digitcore.image import read_ink
from digitcore.number import Segment, cheapest_row, find_segments, segment_costs

NOTHING = np.zeros((1, 1), np.float32)


def segment(
    first: int, last: int, box: tuple[int, int, int, int] = (0, 0, 1, 1)
) -> Segment:
    return Segment(first, last, NOTHING, box)


def test_cheapest_row_by_hand() -> None:
    row = [segment(0, 1), segment(0, 2), segment(1, 2), segment(1, 3), segment(2, 3)]
    assert cheapest_row(row, np.array([1, 9, 9, 1.0, 9])) == [0, 3]
    assert cheapest_row(row, np.array([9, 1, 9, 9.0, 1])) == [1, 4]
    assert cheapest_row(row, np.array([1, 9, 1, 9.0, 1])) == [0, 2, 4]


def test_costs_by_hand() -> None:
    row = [
        segment(0, 1, (0, 0, 60, 100)),
        segment(1, 2, (60, 80, 70, 90)),  # a tenth of the row's height
        segment(2, 3, (70, 0, 220, 100)),  # one and a half times as wide
        segment(3, 4, (220, 0, 280, 100))._replace(cuts=2),
        segment(4, 5, (280, 0, 340, 100)),
    ]
    unlikeness = np.array([1.0, 1.0, 1.0, 1.0, 2.0])
    expected = [1 - 1.2, 1 + 5.2 - 1.2, 1 + 5 - 1.2, 1 + 0.8 - 1.2, 2 + 1 - 1.2]
    np.testing.assert_allclose(segment_costs(row, unlikeness), expected)


def as_a_whole(strokes: list[Stroke], **how: object) -> bool:
    """Whether some segment holds all strokes."""
    segments = find_segments(read_ink(draw(strokes, height=170, pen=12, **how)))
    pieces = max(segment.last for segment in segments)
    return any((s.first, s.last) == (0, pieces) for s in segments)


@pytest.mark.parametrize("digit", range(10))
def test_a_digit_can_be_one(digit: int) -> None:
    assert as_a_whole(STROKES[digit])


DETACHED = {
    "5 with its flag apart": [
        STROKES[5][0],
        [(0.2, -0.12), (0.6, -0.12)],
    ],
    "4 in two strokes": [
        [(0.1, 0.0), (0.0, 0.5), (0.35, 0.5)],
        [(0.45, 0.05), (0.45, 1.0)],
    ],
    "7 with its bar apart": [
        [(0.0, 0.0), (0.6, 0.0), (0.4, 0.4)],
        [(0.1, 0.55), (0.55, 0.55)],
        [(0.3, 0.7), (0.2, 1.0)],
    ],
}


@pytest.mark.parametrize("name", DETACHED)
def test_a_digit_of_several_strokes_can_be_one(name: str) -> None:
    assert as_a_whole(DETACHED[name])


@pytest.mark.parametrize("text", ["12", "2026", "31415"])
def test_each_digit_of_a_row_is_a_segment(text: str) -> None:
    picture = draw_number(text, pad=(900, 200), height=120, pen=12)
    segments = find_segments(read_ink(picture))
    ink = read_ink(picture) > 0.4
    columns = np.flatnonzero(np.diff(ink.any(axis=0).astype(int))) + 1
    expected = {(left, right) for left, right in columns.reshape(-1, 2).tolist()}
    assert len(expected) == len(text)
    assert expected <= {(s.box[0], s.box[2]) for s in segments}
    for s in segments:
        left, top, right, bottom = s.box
        assert s.ink.shape == (bottom - top, right - left)


def test_touching_digits_can_be_cut() -> None:
    picture = draw_number("38", gap=0.0, pad=(400, 200), height=130, pen=10)
    segments = find_segments(read_ink(picture))
    assert max(s.last for s in segments) >= 2
