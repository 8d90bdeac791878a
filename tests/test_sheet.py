"""A sheet on a table is found, and bright writing is none."""

import numpy as np
import pytest
from drawing import draw_digit
from PIL import Image, ImageDraw, ImageFilter

from digitcore.paper import find_ink
from digitcore.sheet import find_sheet


def photo(turned: float, shadow: float = 0.0) -> tuple[Image.Image, Image.Image]:
    """Photograph a sheet with a 5 on a wooden table; with the true ink."""
    how = {"pad": (600, 450), "height": 220, "pen": 14}
    sheet = draw_digit(5, ink="#203080", paper="#f4f2ea", **how)
    truth = draw_digit(5, **how).convert("L")
    table = Image.new("RGB", (900, 700), "#5a4030")
    plain = Image.new("L", table.size, "white")
    mask = Image.new("L", sheet.size, "white").rotate(turned, expand=True)
    table.paste(sheet.rotate(turned, expand=True), (150, 110), mask)
    plain.paste(truth.rotate(turned, expand=True, fillcolor="white"), (150, 110))
    pixels = np.asarray(table.filter(ImageFilter.GaussianBlur(1)), dtype=float)
    light = 1 - shadow * np.linspace(0, 1, 900)[None, :, None]
    noise = np.random.default_rng(0).normal(0, 4, pixels.shape)
    return Image.fromarray(np.uint8((pixels * light + noise).clip(0, 255))), plain


@pytest.mark.parametrize("turned", [0, 3, -6, 10])
@pytest.mark.parametrize("shadow", [0.0, 0.3])
def test_writing_on_a_sheet_is_found(turned: float, shadow: float) -> None:
    picture, plain = photo(turned, shadow)
    truth = np.asarray(plain) < 128
    found = find_ink(picture) > 0.5
    assert found.shape == truth.shape
    assert (found & truth).sum() / (found | truth).sum() > 0.85


def test_pictures_of_paper_alone_are_left_whole() -> None:
    assert find_sheet(draw_digit(5)) is None
    assert find_sheet(Image.new("L", (300, 300), 120)) is None


@pytest.mark.parametrize("digit", range(10))
@pytest.mark.parametrize("pen", [16, 30, 45])
def test_bright_writing_is_no_sheet(digit: int, pen: float) -> None:
    board = draw_digit(digit, ink="white", paper="black", height=200, pen=pen)
    assert find_sheet(board) is None


def test_a_bright_frame_is_no_sheet() -> None:
    picture = Image.new("L", (300, 300), "black")
    ImageDraw.Draw(picture).ellipse((40, 20, 260, 280), outline="white", width=40)
    assert find_sheet(picture) is None
