"""Printed lines are taken out, and written ones stay."""

import numpy as np
import pytest
from drawing import draw, draw_digit
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from digitcore.paper import find_ink
from digitcore.ruling import tilt_of_lines, without_ruling


def lines(tilt: float, *, down: bool = False, gap: int = 40) -> NDArray[np.uint8]:
    """Draw parallel lines on a page of 1000 by 750 pixels."""
    page = Image.new("L", (1000, 750))
    pencil = ImageDraw.Draw(page)
    for start in range(-100, 1100, gap):
        if down:
            pencil.line([(start, 0), (start - 750 * tilt, 750)], 90, 2)
        else:
            pencil.line([(0, start), (1000, start + 1000 * tilt)], 90, 2)
    return np.asarray(page)


@pytest.mark.parametrize("tilt", [-0.06, -0.02, 0.0, 0.01, 0.05])
def test_tilt_is_found(tilt: float) -> None:
    assert tilt_of_lines(lines(tilt)) == pytest.approx(tilt, abs=0.002)


@pytest.mark.parametrize("tilt", [-0.06, -0.02, 0.0, 0.01, 0.05])
def test_lines_vanish(tilt: float) -> None:
    ruled = lines(tilt)
    squared = np.maximum(ruled, lines(tilt, down=True))
    for page in (ruled, ruled.T, squared):
        left = without_ruling(page)
        # But for bits in the corners, where a line does not run through.
        assert (left > 20).mean() < 0.1 * (page > 20).mean()


def page(tilt: float, lines: str, margin: bool, squared: bool) -> Image.Image:
    paper = Image.new("RGB", (1000, 750), "#f8f6f0")
    pencil = ImageDraw.Draw(paper)
    for start in range(-100, 1100, 40):
        pencil.line([(0, start), (1000, start + 1000 * tilt)], lines, 2)
        if squared:
            pencil.line([(start, 0), (start - 750 * tilt, 750)], lines, 2)
    if margin:
        pencil.line([(120, 0), (120 - 750 * tilt, 750)], "#e08080", 3)
    return paper


@pytest.mark.parametrize("tilt", [-0.03, 0.0, 0.02])
@pytest.mark.parametrize("colour", ["#b0c4e0", "#606060"])
@pytest.mark.parametrize("squared", [False, True])
@pytest.mark.parametrize("margin", [False, True])
def test_writing_on_lines_stays(
    tilt: float, colour: str, squared: bool, margin: bool
) -> None:
    how = {"pad": (1000, 750), "height": 150, "pen": 7}
    digit = draw_digit(5, ink="#202020", paper="#00000000", mode="RGBA", **how)
    picture = page(tilt, colour, margin, squared)
    picture.paste(digit, (0, 0), digit)
    truth = np.asarray(draw_digit(5, **how).convert("L")) < 128
    found = find_ink(picture) > 0.5
    assert (found & truth).sum() / (found | truth).sum() > 0.75
    assert (found & truth).sum() / truth.sum() > 0.8


@pytest.mark.parametrize(
    "strokes",
    [
        [[(0.1, 0.0), (0.1, 1.0)], [(0.5, 0.0), (0.5, 1.0)]],  # 11
        [[(0.0, 0.3), (1.0, 0.3)], [(0.0, 0.7), (1.0, 0.7)]],  # an equals sign
        [[(0.0, 0.0), (1.0, 0.0), (0.3, 1.0)], [(0.0, 0.5), (1.0, 0.5)]],  # a wide 7
    ],
)
def test_drawings_keep_their_long_strokes(
    strokes: list[list[tuple[float, float]]],
) -> None:
    picture = draw(strokes, height=230, pen=12)
    difference = 255 - np.asarray(picture.convert("L"))
    assert without_ruling(difference) is difference


def test_tiny_pages() -> None:
    tiny = np.zeros((6, 6), np.uint8)
    tiny[::2] = 80
    assert without_ruling(tiny).shape == (6, 6)
