"""Jittered glyphs."""

import numpy as np
import pytest

from digitcore.glyph import GLYPH_SIZE
from modelbuild.glyphs import Glyphs, views_of_drawings
from modelbuild.handwriting import draw_digit
from modelbuild.jitter import bent_grid, jittered


@pytest.fixture(scope="module")
def glyphs() -> Glyphs:
    views = views_of_drawings([draw_digit(digit, [5, digit]) for digit in range(10)])
    return Glyphs.of(views, range(10), "test")


def test_keeps_what_is_shown(glyphs: Glyphs) -> None:
    varied = jittered(glyphs)
    assert (varied.digits == glyphs.digits).all()
    assert varied.views.shape == glyphs.views.shape
    assert varied.views.dtype == np.uint8


def test_changes_every_glyph_a_little(glyphs: Glyphs) -> None:
    before, after = glyphs.views[:, 0] > 127, jittered(glyphs).views[:, 0] > 127
    for old, new in zip(before, after, strict=True):
        overlap = (old & new).sum() / (old | new).sum()
        assert 0.2 < overlap < 1


def test_is_the_same_every_time(glyphs: Glyphs) -> None:
    assert (jittered(glyphs).views == jittered(glyphs).views).all()


def test_bends_all_views_alike(glyphs: Glyphs) -> None:
    twice = np.repeat(glyphs.views[:, :1], 2, axis=1)
    varied = jittered(Glyphs.of(twice, glyphs.digits, "test"))
    assert (varied.views[:, 0] == varied.views[:, 1]).all()


def test_moves_no_pixel_far() -> None:
    grid = np.indices((GLYPH_SIZE, GLYPH_SIZE))
    moves = [bent_grid(np.random.default_rng(i)) - grid for i in range(50)]
    assert np.sqrt(np.mean(np.square(moves))) < 3
