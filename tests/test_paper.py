"""Ink is told from paper, whatever their colours and light."""

import numpy as np
import pytest
from drawing import draw_digit
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from digitcore.paper import find_ink

TRUTH = np.asarray(draw_digit(4).convert("L")) < 128


def agreement(picture: Image.Image, truth: NDArray[np.bool_]) -> float:
    """Intersection over union of the ink found and the true one."""
    found = find_ink(picture) > 0.5
    return float((found & truth).sum() / (found | truth).sum())


@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        ("black", "white"),
        ("white", "black"),
        ("yellow", "white"),
        ("#3355ff", "#222222"),
        ("red", "green"),
        ("#777", "#999"),
        ("#eee", "white"),
        ("black", "#141414"),
    ],
)
def test_any_colours(ink: str, paper: str) -> None:
    assert agreement(draw_digit(4, ink=ink, paper=paper), TRUTH) > 0.98


@pytest.mark.parametrize("ink", ["black", "white", "#ff000080"])
def test_ink_on_transparency_counts_in_any_colour(ink: str) -> None:
    picture = draw_digit(4, ink=ink, paper="#00000000", mode="RGBA")
    assert agreement(picture, TRUTH) > 0.98


def test_thick_ink_that_fills_a_transparent_picture() -> None:
    picture = Image.new("RGBA", (20, 60), "black")
    picture.paste("#00000000", (0, 0, 5, 60))
    ink = find_ink(picture)
    assert ink[:, 5:].min() == 1
    assert ink[:, :5].max() == 0


def test_opaque_paper_with_clear_corners() -> None:
    picture = draw_digit(4).convert("RGBA")
    picture.paste("#00000000", (0, 0, 40, 40))
    assert agreement(picture, TRUTH) > 0.98


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA"])
@pytest.mark.parametrize("colour", ["white", "black", "#80808080", "#00000000"])
def test_nothing_drawn_is_no_ink(mode: str, colour: str) -> None:
    assert not find_ink(Image.new(mode, (300, 200), colour)).any()


def noise(shape: tuple[int, ...], strength: float) -> NDArray[np.float64]:
    return np.random.default_rng(0).normal(0, strength, shape)


def test_noise_alone_is_no_ink() -> None:
    pixels = 200 + noise((300, 300, 3), 5)
    assert not find_ink(Image.fromarray(np.uint8(pixels.clip(0, 255)))).any()


def photo(picture: Image.Image, shadow: float = 0.5) -> Image.Image:
    """Photograph a picture: light that falls off, blur and noise."""
    pixels = np.asarray(picture.filter(ImageFilter.GaussianBlur(1)), dtype=float)
    y, x = np.mgrid[: pixels.shape[0], : pixels.shape[1]] / max(pixels.shape)
    light = 0.9 - shadow * (0.6 * x + 0.4 * y**2)
    pixels = pixels * light[..., None] + noise(pixels.shape, 3)
    return Image.fromarray(np.uint8(pixels.clip(0, 255)))


def ruled(
    ink: str, lines: str, *, squared: bool = False, tilt: float = 0.02
) -> Image.Image:
    """Draw a 4 on ruled paper that lies a little askew."""
    paper = Image.new("RGB", (1000, 750), "#f8f6f0")
    pencil = ImageDraw.Draw(paper)
    for position in range(-40, 1100, 50):
        pencil.line([(0, position), (1000, position + 1000 * tilt)], lines, 2)
        if squared:
            pencil.line([(position + 750 * tilt, 0), (position, 750)], lines, 2)
    digit = draw_digit(
        4, pad=(1000, 750), height=400, pen=20, paper="#00000000", ink=ink, mode="RGBA"
    )
    paper.paste(digit, (0, 0), digit)
    return paper


RULED_TRUTH = (
    np.asarray(draw_digit(4, pad=(1000, 750), height=400, pen=20).convert("L")) < 128
)


@pytest.mark.parametrize("ink", ["#202020", "#2040a0", "#b02020"])
@pytest.mark.parametrize("shadow", [0.0, 0.3, 0.7])
def test_photos_with_uneven_light(ink: str, shadow: float) -> None:
    picture = draw_digit(4, pad=(1000, 750), height=400, pen=20, ink=ink)
    assert agreement(photo(picture, shadow), RULED_TRUTH) > 0.9


def test_chalk_on_an_uneven_board() -> None:
    picture = draw_digit(
        4, pad=(1000, 750), height=400, pen=20, ink="#e0e0e0", paper="#305040"
    )
    assert agreement(photo(picture), RULED_TRUTH) > 0.9


@pytest.mark.parametrize("ink", ["#202020", "#2040a0"])
@pytest.mark.parametrize("lines", ["#c0d0e8", "#a0b0d8", "#d8a0a0"])
@pytest.mark.parametrize("squared", [False, True])
@pytest.mark.parametrize("shadow", [0.0, 0.5])
def test_ruled_and_squared_paper(
    ink: str, lines: str, squared: bool, shadow: float
) -> None:
    picture = photo(ruled(ink, lines, squared=squared), shadow)
    assert agreement(picture, RULED_TRUTH) > 0.85


@pytest.mark.parametrize("pen", [2, 6])
def test_paper_with_a_transparent_corner_is_paper(pen: int) -> None:
    sheet = Image.new("RGBA", (400, 400), "white")
    ImageDraw.Draw(sheet).line([(150, 100), (250, 100), (180, 300)], "black", pen)
    sheet.putpixel((0, 0), (0, 0, 0, 0))
    ink = find_ink(sheet) > 0.5
    assert ink[100, 200]
    assert ink.sum() < 10 * 400
