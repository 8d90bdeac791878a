"""Deformation: how much it bends, and what it leaves as it is."""

import numpy as np
import pytest

from modelbuild.handwriting.curves import polyline
from modelbuild.handwriting.deformation import deform, rotate
from modelbuild.handwriting.hand import Hand

SHAPE = [polyline([(0, 0), (0.6, 0.1), (0.2, 1)])]


def test_no_strength_leaves_a_shape_as_it_is() -> None:
    """Only its place and height are set."""
    moved = [3 * stroke + [5.0, -2.0] for stroke in SHAPE]
    (plain,) = deform(moved, Hand(np.random.default_rng(0)), strength=0.0)
    np.testing.assert_allclose(plain, SHAPE[0], atol=1e-12)


def test_more_strength_bends_farther() -> None:
    """Mean distance from the model form grows with the strength."""

    def moved(strength: float) -> float:
        hand = Hand(np.random.default_rng(0))
        gone = [deform(SHAPE, hand, strength)[0] - SHAPE[0] for _ in range(200)]
        return float(np.linalg.norm(gone, axis=-1).mean())

    assert 0 < moved(0.25) < moved(0.5) < moved(1.0)


def test_strokes_that_touch_still_touch() -> None:
    """Both ends of a cut stroke move together, but for the pen lift's own gap."""
    stroke = SHAPE[0]
    pieces = [stroke[:8], stroke[7:]]
    hand = Hand(np.random.default_rng(1))
    for _ in range(100):
        first, second = deform(pieces, hand)
        assert np.linalg.norm(first[-1] - second[0]) < 0.15


@pytest.mark.parametrize("degrees", [-25.0, 10.0, 90.0])
def test_rotation_keeps_lengths_and_turns_clockwise(degrees: float) -> None:
    """On a page whose y points down, positive turns are clockwise."""
    (turned,) = rotate(np.array([[1.0, 0.0]]), degrees)
    assert np.hypot(*turned) == pytest.approx(1)
    assert np.degrees(np.arctan2(turned[1], turned[0])) == pytest.approx(degrees)
