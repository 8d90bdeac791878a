"""The stroke models: proportions, variants, and whether one can read them."""

from collections import Counter

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from sklearn.datasets import load_digits
from sklearn.neighbors import KNeighborsClassifier

from modelbuild.handwriting import digits
from modelbuild.handwriting.curves import Stroke, bounds
from modelbuild.handwriting.hand import Hand, Variant
from modelbuild.handwriting.rendering import render

ALL = [(digit, v) for digit in range(10) for v in digits.VARIANTS[digit]]
NAMES = [f"{digit} {variant.__name__}" for digit, variant in ALL]


@pytest.mark.parametrize(("digit", "variant"), ALL, ids=NAMES)
def test_model_form_is_about_one_high(digit: int, variant: Variant) -> None:
    """Every variant keeps the frame that deformation expects."""
    hand = Hand(np.random.default_rng(digit))
    for _ in range(50):
        low, high = bounds(variant(hand))
        assert -0.5 < low[1] < 0.4
        assert 0.75 < high[1] < 1.4
        assert high[0] - low[0] < 1.7


@pytest.mark.parametrize("digit", range(10))
def test_every_variant_is_used_as_often_as_its_weight_says(digit: int) -> None:
    """No variant is written in vain: ten standard errors allow for chance."""
    weights = digits.VARIANTS[digit]
    hand = Hand(np.random.default_rng(digit))
    count = 4000
    used = Counter(hand.choose(weights) for _ in range(count))
    for variant, weight in weights.items():
        share = weight / sum(weights.values())
        error = (share * (1 - share) / count) ** 0.5
        assert used[variant] > 0
        assert abs(used[variant] / count - share) < 10 * error


def as_in_load_digits(strokes: list[Stroke]) -> NDArray[np.float64]:
    """Return strokes as load_digits has them: 8x8 sums over a 32x32 box, ink 16."""
    ink = Image.fromarray(255 - render(strokes, 0.14))
    box = ink.crop(ink.getbbox())
    scale = 32 / max(box.size)
    width, height = (max(1, round(scale * side)) for side in box.size)
    square = Image.new("L", (32, 32))
    square.paste(box.resize((width, height)), ((32 - width) // 2, (32 - height) // 2))
    return np.asarray(square.reduce(4)).ravel() / 255 * 16


def test_neighbours_among_other_peoples_digits_read_them() -> None:
    """Three neighbours in scikit-learn's own digits read three in four of ours.

    Measured: 0.77 to 0.79, and 0.44 for 4. Their writers crossed the 7 and closed
    the 4 more often than ours, and 8x8 pixels are few: hence the bounds, far
    above chance (0.1) but not near 1.
    """
    theirs = load_digits()
    reader = KNeighborsClassifier(3).fit(theirs.data, theirs.target)
    hand = Hand(np.random.default_rng(0))
    read = []
    for digit in range(10):
        ours = [as_in_load_digits(digits.write(digit, hand)) for _ in range(100)]
        read.append((reader.predict(ours) == digit).mean())
    assert np.mean(read) > 0.7
    assert min(read) > 0.35
