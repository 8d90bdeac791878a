"""Whole drawings: equal seeds, sizes and places."""

import numpy as np
import pytest

from modelbuild.handwriting import (
    digit_strokes,
    draw_digit,
    draw_nondigit,
    nondigit_strokes,
)
from modelbuild.handwriting.rendering import SIZE


@pytest.mark.parametrize("digit", range(10))
def test_equal_seeds_draw_equal_digits(digit: int) -> None:
    """A drawing depends on its digit and seed alone."""
    first = draw_digit(digit, [1, digit])
    assert first.shape == (SIZE, SIZE)
    assert first.dtype == np.uint8
    np.testing.assert_array_equal(first, draw_digit(digit, [1, digit]))
    assert (first != draw_digit(digit, [2, digit])).any()


def test_equal_seeds_draw_equal_nondigits() -> None:
    """So does a drawing of what is no digit."""
    np.testing.assert_array_equal(draw_nondigit(5), draw_nondigit(5))
    assert (draw_nondigit(5) != draw_nondigit(6)).any()


@pytest.mark.parametrize("digit", [-1, 10])
def test_there_is_no_such_digit(digit: int) -> None:
    """What is not 0 to 9 is refused in words."""
    with pytest.raises(ValueError, match="0 to 9"):
        draw_digit(digit, 0)


def test_drawings_have_ink_and_keep_clear_of_the_edge() -> None:
    """No stroke is cut off by the picture's edge."""
    drawings = [draw_digit(i % 10, [3, i]) for i in range(200)]
    drawings += [draw_nondigit([3, i]) for i in range(200)]
    for drawing in drawings:
        assert drawing.min() < 64
        edge = [drawing[0], drawing[-1], drawing[:, 0], drawing[:, -1]]
        assert np.concatenate(edge).min() == 255


def test_strokes_are_finite_and_about_one_high() -> None:
    """Deformation leaves a digit of about its size."""
    for i in range(300):
        points = np.concatenate(digit_strokes(i % 10, [4, i]))
        assert np.isfinite(points).all()
        assert 0.5 < np.ptp(points[:, 1]) < 2.0
        assert np.ptp(points[:, 0]) < 2.5
    for i in range(300):
        assert np.isfinite(np.concatenate(nondigit_strokes([4, i]))).all()
