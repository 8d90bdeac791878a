"""Slant, centre, size, aspect and stroke width are evened out."""

import numpy as np
import pytest
from drawing import bar, draw_digit
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from digitcore.glyph import (
    CROP_MARGIN,
    CROP_SIZE,
    bounds,
    box_frame,
    centred,
    crop,
    even_stroke,
    measure,
    moment_frame,
    normalise,
    slant_of,
    upright,
)
from digitcore.image import read_ink


def leaning_bar(slant: float) -> NDArray[np.float32]:
    """Draw a bar of 40 rows that moves `slant` pixels to the right per row."""
    ink = np.zeros((80, 120), np.float32)
    for row in range(20, 60):
        left = round(50 + slant * (row - 40))
        ink[row, left : left + 8] = 1
    return ink


@pytest.mark.parametrize("slant", [-0.5, 0.0, 0.25, 0.5])
def test_slant_is_measured_and_taken_out(slant: float) -> None:
    ink = leaning_bar(slant)
    moments = measure(ink)
    assert slant_of(moments) == pytest.approx(slant, abs=0.02)
    stood_up = upright(ink, moment_frame(moments, slant_of(moments)))
    assert slant_of(measure(stood_up)) == pytest.approx(0, abs=0.02)
    assert measure(stood_up).x == pytest.approx(moments.x, abs=0.2)


def test_bounds_and_crop() -> None:
    ink = bar(rows=slice(10, 70), columns=slice(30, 50))
    assert bounds(ink) == (10, 70, 30, 50)
    cropped = crop(ink)
    assert cropped.shape == (
        CROP_SIZE + 2 * CROP_MARGIN,
        round(CROP_SIZE / 3) + 2 * CROP_MARGIN,
    )
    assert cropped[CROP_MARGIN:-CROP_MARGIN, CROP_MARGIN:-CROP_MARGIN].min() == 1


@pytest.mark.parametrize("slant", [-0.4, 0.0, 0.4])
def test_what_is_framed_is_centred(slant: float) -> None:
    ink = leaning_bar(slant)
    moments = measure(ink)
    for frame in (
        moment_frame(moments, slant_of(moments)),
        box_frame(ink, moments, slant_of(moments)),
    ):
        picture = measure(centred(ink, frame, 28))
        assert (picture.x, picture.y) == pytest.approx((31.5, 31.5), abs=0.6)
        assert picture.xy == pytest.approx(0, abs=6)


@pytest.mark.parametrize("width", [2, 4, 8, 14])
def test_strokes_become_about_four_pixels_wide(width: int) -> None:
    picture = np.zeros((64, 64), np.float32)
    picture[10:54, 32 - width // 2 : 32 + width // 2] = 1
    glyph = even_stroke(picture)
    assert glyph.shape == (32, 32)
    assert glyph[16].sum() == pytest.approx(4, abs=1)


def test_nothing_written_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing is written"):
        normalise(np.zeros((9, 9), np.float32))


def test_a_model_may_ask_for_fewer_views() -> None:
    ink = read_ink(draw_digit(3))
    three, one = normalise(ink), normalise(ink, n_views=1)
    assert three.views.shape == (3, 32, 32)
    np.testing.assert_array_equal(one.views, three.views[:1])


@pytest.mark.parametrize("size", [(1, 1), (1, 40), (40, 1), (3, 3), (200, 200)])
def test_any_ink_can_be_normalised(size: tuple[int, int]) -> None:
    views = normalise(np.ones(size, np.float32)).views
    assert np.isfinite(views).all()
    assert views.min() >= 0
    assert views.max() <= 1


def unlikeness(digit: int, **how: object) -> float:
    """Compare a glyph with that of the plain drawing of the same digit."""
    plain = normalise(read_ink(draw_digit(digit))).views
    other = normalise(read_ink(draw_digit(digit, **how))).views
    return float(np.abs(plain - other).mean() / plain.mean())


@pytest.mark.parametrize("digit", range(10))
@pytest.mark.parametrize(
    "how",
    [
        {"at": (10, 10)},
        {"at": (150, 90)},
        {"height": 90, "pen": 8},
        {"height": 240, "pen": 21.3},
        {"height": 25, "pen": 2.2},
        {"pad": 100, "height": 64.3, "pen": 5.7},
        {"pad": 1000, "height": 642.9, "pen": 57},
        {"pad": 2000, "height": 1286, "pen": 114},
        {"pad": (700, 200), "height": 180},
        {"ink": "white", "paper": "navy"},
    ],
    ids=str,
)
def test_place_size_and_colours_do_not_matter(
    digit: int, how: dict[str, object]
) -> None:
    assert unlikeness(digit, **how) < 0.2


@pytest.mark.parametrize("digit", range(10))
@pytest.mark.parametrize("pen", [4, 8, 24, 30])
def test_pens_hardly_matter(digit: int, pen: float) -> None:
    assert unlikeness(digit, pen=pen) < 0.4


def test_a_hair_line_on_a_large_pad_keeps_its_shape() -> None:
    assert unlikeness(5, pad=1000, height=900, pen=2) < 0.5


def test_a_one_stays_narrow() -> None:
    picture = Image.new("L", (280, 280), "white")
    ImageDraw.Draw(picture).line([(140, 40), (140, 240)], "black", 16)
    glyph = normalise(read_ink(picture)).views[0]
    _, _, left, right = bounds(glyph)
    assert right - left < 12
