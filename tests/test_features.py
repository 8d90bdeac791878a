"""Features are edges by direction and place."""

import pickle

import numpy as np
import pytest
from drawing import draw_digit
from scipy import ndimage
from sklearn.base import clone
from sklearn.exceptions import NotFittedError

from digitcore.features import (
    CELLS,
    DIRECTIONS,
    GradientFeatures,
    draw_features,
    gradient_features,
    sobel,
)
from digitcore.glyph import normalise
from digitcore.image import read_ink

GLYPHS = np.concatenate(
    [normalise(read_ink(draw_digit(digit))).views for digit in range(10)]
)


def by_direction(glyph: np.ndarray) -> np.ndarray:
    """Sum the squares of features, which are roots, over all places."""
    features = gradient_features(glyph[None]).reshape(DIRECTIONS, -1)
    return (features**2).sum(axis=1)


def test_sobel_is_the_one_of_scipy() -> None:
    across, down = sobel(GLYPHS)
    for glyph, x, y in zip(GLYPHS, across, down, strict=True):
        kwargs = {"mode": "constant"}
        np.testing.assert_allclose(x, ndimage.sobel(glyph, axis=1, **kwargs), atol=1e-5)
        np.testing.assert_allclose(y, ndimage.sobel(glyph, axis=0, **kwargs), atol=1e-5)


@pytest.mark.parametrize(
    ("rows", "columns", "direction"),
    [
        (slice(None), slice(16, None), 0),  # ink to the right: brightens to the right
        (slice(16, None), slice(None), 2),  # downwards
        (slice(None), slice(None, 16), 4),
        (slice(None, 16), slice(None), 6),
    ],
)
def test_an_edge_counts_in_its_direction(
    rows: slice, columns: slice, direction: int
) -> None:
    glyph = np.zeros((32, 32), np.float32)
    glyph[rows, columns] = 1
    # Only the middle, as ink at the border has edges there too.
    middle = gradient_features(glyph[None]).reshape(DIRECTIONS, CELLS, CELLS)[:, 3, 3]
    assert middle.argmax() == direction
    np.testing.assert_allclose(np.delete(middle, direction), 0, atol=1e-3)


def test_a_diagonal_edge_counts_between() -> None:
    glyph = np.tri(32, dtype=np.float32)[::-1]  # ink at the upper left
    strengths = by_direction(glyph[8:24, 8:24].repeat(2, 0).repeat(2, 1))
    assert strengths.argmax() in (0, 4, 5, 6)


def test_strength_is_neither_lost_nor_counted_twice() -> None:
    smooth = ndimage.gaussian_filter(GLYPHS[0], 0.8)
    magnitude = np.hypot(*[g[0] for g in sobel(smooth[None])])
    cell = 32 / CELLS
    middles = (np.arange(CELLS) + 0.5) * cell - 0.5
    window = np.exp(-0.5 * ((np.arange(32) - middles[:, None]) / (0.6 * cell)) ** 2)
    window /= window.sum(axis=1, keepdims=True)
    expected = window @ magnitude @ window.T
    features = gradient_features(GLYPHS[:1]).reshape(DIRECTIONS, CELLS, CELLS)
    np.testing.assert_allclose((features**2).sum(axis=0), expected, atol=1e-4)


def test_turning_a_glyph_turns_its_features() -> None:
    turned = np.rot90(GLYPHS[4], axes=(1, 0))  # clockwise
    features = gradient_features(GLYPHS[4][None]).reshape(DIRECTIONS, CELLS, CELLS)
    expected = np.roll(np.rot90(features, axes=(2, 1)), 2, axis=0)
    actual = gradient_features(turned[None]).reshape(DIRECTIONS, CELLS, CELLS)
    np.testing.assert_allclose(actual, expected, atol=2e-3)


def test_transformer_keeps_views_beside_each_other() -> None:
    samples = GLYPHS.reshape(10, -1)
    features = GradientFeatures().fit_transform(samples)
    assert features.shape == (10, 3 * 392)
    assert features.dtype == np.float32
    np.testing.assert_array_equal(features[:, 392:784], gradient_features(GLYPHS[1::3]))


def test_one_at_a_time_or_all_at_once_is_the_same() -> None:
    samples = GLYPHS.reshape(10, -1)
    transformer = GradientFeatures().fit(samples)
    single = np.concatenate([transformer.transform(row[None]) for row in samples])
    np.testing.assert_allclose(single, transformer.transform(samples), atol=1e-6)


def test_transformer_follows_scikit_learn() -> None:
    with pytest.raises(NotFittedError):
        GradientFeatures().transform(GLYPHS.reshape(10, -1))
    fitted = GradientFeatures().fit(GLYPHS.reshape(30, -1))
    with pytest.raises(ValueError, match="3072 features"):
        fitted.transform(GLYPHS.reshape(10, -1))
    with pytest.raises(ValueError, match="multiple of 1024"):
        GradientFeatures().fit(np.zeros((2, 1000)))
    with pytest.raises(ValueError, match="NaN"):
        fitted.transform(np.full((1, 1024), np.nan))
    assert clone(fitted).get_params() == {}
    again = pickle.loads(pickle.dumps(fitted))  # noqa: S301
    samples = GLYPHS.reshape(30, -1)
    np.testing.assert_array_equal(again.transform(samples), fitted.transform(samples))


def test_features_can_be_looked_at() -> None:
    picture = draw_features(gradient_features(GLYPHS[:1])[0])
    assert picture.shape == (112, 112)
    assert picture.max() == 1
    assert picture.min() >= 0
    # A 0 has nothing in its middle.
    assert picture[48:64, 48:64].mean() < picture.mean()


def test_drawn_features_run_along_the_stroke() -> None:
    upright = np.zeros((1, 32, 32), np.float32)
    upright[0, :, 14:18] = 1
    picture = draw_features(gradient_features(upright)[0])
    middle = picture[48:64, 48:64]  # the cell that the stroke runs through
    assert middle.sum(axis=0).max() == 16
    assert middle.sum(axis=1).max() == 2
