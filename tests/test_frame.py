"""Place, size, slant and proportions are measured as one would by hand."""

import numpy as np
import pytest
from drawing import bar

from digitcore.frame import (
    Frame,
    bounds,
    box_frame,
    fitted_size,
    measure,
    moment_frame,
    slant_of,
)


def test_bounds_by_hand() -> None:
    assert bounds(bar(rows=slice(10, 70), columns=slice(30, 50))) == (10, 70, 30, 50)
    with pytest.raises(ValueError, match="nothing is written"):
        bounds(np.full((9, 9), 0.3, np.float32))


def test_moments_by_hand() -> None:
    # Four equal points: (1, 0), (3, 0), (1, 2), (3, 4).
    ink = np.zeros((5, 5), np.float32)
    ink[[0, 0, 2, 4], [1, 3, 1, 3]] = 1
    moments = measure(ink)
    assert moments.x == pytest.approx(2)
    assert moments.y == pytest.approx(1.5)
    assert moments.xx == pytest.approx(1)
    assert moments.xy == pytest.approx((1.5 - 1.5 - 0.5 + 2.5) / 4)
    assert moments.yy == pytest.approx((2.25 + 2.25 + 0.25 + 6.25) / 4)


def test_no_slant_is_steeper_than_eight_tenths() -> None:
    ink = np.eye(50, 100, dtype=np.float32).repeat(2, axis=1)[:, :100]
    assert slant_of(measure(ink)) == 0.8
    assert slant_of(measure(ink[:, ::-1])) == -0.8


def test_frames_of_a_bar_by_hand() -> None:
    ink = bar(rows=slice(20, 80), columns=slice(40, 60))
    moments = measure(ink)
    # The variance of n pixels in a row is (n² - 1) / 12.
    frame = moment_frame(moments, 0.0)
    assert frame.width == pytest.approx(4.2 * np.sqrt((20**2 - 1) / 12), rel=1e-4)
    assert frame.height == pytest.approx(4.2 * np.sqrt((60**2 - 1) / 12), rel=1e-4)
    assert (frame.x, frame.y) == pytest.approx((49.5, 49.5))
    assert box_frame(ink, moments, 0.0) == pytest.approx((49.5, 49.5, 20, 60, 0))


def test_aspect_by_hand() -> None:
    # Half as wide as high: sqrt(sin(45°)) = 0.8409.
    width, height = fitted_size(Frame(0, 0, 30, 60, 0), 28)
    assert (width, height) == (pytest.approx(28 * 0.8409, abs=1e-3), 28)
    width, height = fitted_size(Frame(0, 0, 60, 30, 0), 28)
    assert (width, height) == (28, pytest.approx(28 * 0.8409, abs=1e-3))
