"""Pictures of strokes: the pen is as wide as asked, wherever it goes."""

import numpy as np
import pytest

from modelbuild.handwriting.curves import Stroke, polyline
from modelbuild.handwriting.rendering import MARGIN, SIZE, coarsen, render


def ink(picture: np.ndarray) -> np.ndarray:
    """Return how much of each pixel is inked."""
    return 1 - picture / 255


@pytest.mark.parametrize("pen_width", [0.035, 0.1, 0.2, 0.34])
@pytest.mark.parametrize("down", [True, False])
def test_the_pen_is_as_wide_as_asked(pen_width: float, down: bool) -> None:
    """Ink across a straight line adds up to the pen's width."""
    line = polyline([(0, 0), (0, 1)] if down else [(0, 0), (1, 0)])
    picture = ink(render([line], pen_width))
    middle = picture[SIZE // 2] if down else picture[:, SIZE // 2]
    length = (SIZE - 2 * MARGIN) / (1 + pen_width)
    assert middle.sum() == pytest.approx(pen_width * length, abs=0.8)


@pytest.mark.parametrize("scale", [0.3, 1.0, 50.0])
def test_size_and_place_do_not_matter(scale: float) -> None:
    """Strokes are fitted to the picture and centred in it."""
    stroke = polyline([(0, 0), (0.6, 0.1), (0.2, 1)])
    picture = render([stroke], 0.1)
    moved = render([stroke * scale + 64.0], 0.1)
    # Rounding may tip pixels on the very edge of a line.
    assert (picture != moved).mean() < 0.01
    rows, columns = np.nonzero(picture < 128)
    assert rows.min() + rows.max() == pytest.approx(SIZE - 1, abs=1)
    assert columns.min() + columns.max() == pytest.approx(SIZE - 1, abs=1)
    assert rows.max() - rows.min() + 1 == pytest.approx(SIZE - 2 * MARGIN, abs=1)


def test_a_dot_is_a_dot() -> None:
    """A stroke without length is drawn all the same."""
    dot: Stroke = np.zeros((1, 2))
    picture = ink(render([polyline([(0, 0), (1, 1)]), dot + np.array([1, 0])], 0.1))
    corner = picture[: SIZE // 4, -SIZE // 4 :].sum()
    pen = 0.1 * (SIZE - 2 * MARGIN) / 1.1
    assert corner == pytest.approx(np.pi * pen**2 / 4, rel=0.15)


def test_coarse_drawings_lose_detail_but_no_ink() -> None:
    """Two lines closer than a pixel run into one; the amount of ink stays."""
    lines = [polyline([(x, 0), (x, 1)]) for x in (0.0, 0.08)]
    fine = render(lines, 0.03)
    coarse = coarsen(fine, 12)
    between = slice(SIZE // 2 - 1, SIZE // 2 + 1)
    assert ink(fine)[SIZE // 2, between].max() == 0
    assert ink(coarse)[SIZE // 2, between].min() > 0.2
    # A margin of 2 pixels is added around its 12.
    shrunk = (12 / 16) ** 2
    assert ink(coarse).sum() == pytest.approx(ink(fine).sum() * shrunk, rel=0.1)
