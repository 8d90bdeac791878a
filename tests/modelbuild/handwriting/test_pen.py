"""Pen and arm: smoothing, tremor and coarse sampling."""

import numpy as np

from modelbuild.handwriting import pen
from modelbuild.handwriting.curves import polyline
from modelbuild.handwriting.hand import Hand

CORNER = polyline([(0, 0), (1, 0), (1, 1)])


def test_haste_cuts_corners_and_keeps_the_ends() -> None:
    """The corner at (1, 0) is passed within; the ends stay."""
    slow, fast = (pen.hurry(CORNER, haste) for haste in (0.03, 0.1))

    def miss(stroke: np.ndarray) -> float:
        return float(np.linalg.norm(stroke - [1, 0], axis=1).min())

    assert 0 < miss(slow) < miss(fast) < 0.3
    np.testing.assert_allclose(fast[[0, -1]], CORNER[[0, -1]], atol=1e-6)


def test_haste_leaves_a_straight_line_straight() -> None:
    """There is no corner to cut."""
    line = polyline([(0, 0), (2, 1)])
    hurried = pen.hurry(line, 0.1)
    np.testing.assert_allclose(hurried[:, 0], 2 * hurried[:, 1], atol=1e-9)


def test_tremor_has_the_size_asked_for() -> None:
    """Its standard deviation is the size, a fifth more or less."""
    line = np.zeros((5000, 2))
    shaken = pen.tremble(line, 0.01, Hand(np.random.default_rng(0)))
    assert 0.008 < shaken.std() < 0.012


def test_coarse_sampling_keeps_few_points_of_the_stroke() -> None:
    """A stroke 2 long with points every 0.5 has five."""
    coarse = pen.sample_coarsely(CORNER, 0.5)
    expected = np.array([[0, 0], [0.5, 0], [1, 0], [1, 0.5], [1, 1]])
    np.testing.assert_allclose(coarse, expected, atol=1e-9)


def test_pens_are_within_their_bounds() -> None:
    """From a fineliner to a thick brush."""
    hand = Hand(np.random.default_rng(0))
    widths = [pen.width(hand) for _ in range(500)]
    assert min(widths) >= pen.THINNEST
    assert 0.22 < max(widths) <= 0.34
    # Even by the logarithm: half the pens, and all brushes, exceed the middle.
    assert 0.45 < np.mean(np.array(widths) > (0.035 * 0.22) ** 0.5) < 0.65
