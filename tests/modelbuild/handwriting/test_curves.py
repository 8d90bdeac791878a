"""Curves against arithmetic done by hand."""

import numpy as np
from scipy.interpolate import CubicHermiteSpline

from modelbuild.handwriting.curves import arc, bounds, join, polyline, resample, smooth


def test_arc_lies_on_its_ellipse() -> None:
    """Every point fulfils the ellipse's equation; y points down."""
    stroke = arc((1.0, 2.0), (3.0, 0.5), 10, 300)
    x, y = ((stroke - [1.0, 2.0]) / [3.0, 0.5]).T
    np.testing.assert_allclose(x**2 + y**2, 1)
    np.testing.assert_allclose(arc((0, 0), (1, 1), 0, 90)[-1], [0, 1], atol=1e-12)


def test_squareness_fills_the_corners() -> None:
    """A squarer ring goes farther out between the axes, no farther on them."""
    circle, square = (arc((0, 0), (1, 1), 0, 90, p, 3) for p in (2.0, 4.0))
    np.testing.assert_allclose(circle[[0, 2]], square[[0, 2]], atol=1e-7)
    assert (square[1] > circle[1]).all()


def test_smooth_is_the_centripetal_catmull_rom_spline() -> None:
    """SciPy's Hermite spline with the tangents of the definition agrees."""
    via = np.array([[0.0, 0.0], [1.0, 0.2], [1.3, 1.0], [0.2, 1.5]])
    padded = np.vstack([2 * via[0] - via[1], via, 2 * via[-1] - via[-2]])
    step = np.sqrt(np.linalg.norm(np.diff(padded, axis=0), axis=1))
    knots = np.concatenate([[0], np.cumsum(step)])
    slope = np.diff(padded, axis=0) / step[:, None]
    # Derivative at a knot of the parabola through it and both its neighbours.
    left, right = step[:-1, None], step[1:, None]
    tangents = (slope[:-1] * right + slope[1:] * left) / (left + right)
    spline = CubicHermiteSpline(knots[1:-1], via, tangents)
    samples = 8
    at = [
        np.linspace(knots[i], knots[i + 1], samples, endpoint=False) for i in (1, 2, 3)
    ]
    expected = np.vstack([spline(np.concatenate(at)), via[-1:]])
    np.testing.assert_allclose(smooth(via, samples), expected, atol=1e-12)


def test_smooth_survives_a_point_given_twice() -> None:
    """A pen that rests writes no nonsense."""
    assert np.isfinite(smooth([(0, 0), (1, 1), (1, 1), (2, 0)])).all()


def test_join_turns_corners_where_pieces_meet() -> None:
    """The corner itself is on the stroke, and nothing beyond it."""
    stroke = join([(0, 0), (1, 0)], [(1, 0), (1, 1)])
    assert (stroke == [1, 0]).all(axis=1).any()
    assert stroke.min() == 0
    assert stroke.max() == 1


def test_resample_spaces_points_evenly() -> None:
    """Equal steps along a bent line, the ends kept."""
    bent = np.array([[0.0, 0.0], [0.1, 0.0], [3.0, 0.0], [3.0, 3.0]])
    even = resample(bent, 7)
    np.testing.assert_allclose(np.linalg.norm(np.diff(even, axis=0), axis=1), 1)
    np.testing.assert_array_equal(even[[0, -1]], bent[[0, -1]])


def test_bounds_span_all_strokes() -> None:
    """The box holds every stroke."""
    low, high = bounds([polyline([(0, 5), (1, 6)]), polyline([(-1, 7), (0, 7)])])
    assert low.tolist() == [-1, 5]
    assert high.tolist() == [1, 7]
