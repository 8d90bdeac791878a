"""The plain model is trained on the spot, and reads what people draw."""

import numpy as np
import pytest
from drawing import draw_digit
from sklearn.datasets import load_digits
from sklearn.model_selection import cross_val_score

from digitcore import Recognizer
from digitcore.glyph import normalise
from digitcore.tutorial import enlarge, tutorial_pipeline


def test_enlarging_keeps_ink_where_it_was() -> None:
    image = np.zeros((8, 8))
    image[2, 5] = 16
    ink = enlarge(image)
    assert ink.shape == (80, 50)
    assert 0.9 < ink.max() <= 1
    row, column = np.unravel_index(ink.argmax(), ink.shape)
    assert row // 10 == 2
    assert int(column / 6.25) == 5


def test_it_reads_its_own_kind() -> None:
    digits = load_digits()
    views = np.stack([normalise(enlarge(i), n_views=1).views for i in digits.images])
    samples = views.reshape(len(views), -1)
    scores = cross_val_score(tutorial_pipeline(7), samples, digits.target, cv=3)
    assert scores.mean() > 0.95


@pytest.mark.parametrize("digit", range(10))
def test_it_reads_drawings(tutorial_recognizer: Recognizer, digit: int) -> None:
    recognition = tutorial_recognizer.recognize(draw_digit(digit))
    assert recognition.digit == digit
    assert recognition.kind in ("answer", "unsure")


def test_training_is_deterministic() -> None:
    digits = load_digits()
    views = [normalise(enlarge(i), n_views=1).views for i in digits.images[:200]]
    samples = np.stack(views).reshape(200, -1)
    first, second = (
        tutorial_pipeline(7).fit(samples, digits.target[:200]) for _ in range(2)
    )
    np.testing.assert_array_equal(first[1].components_, second[1].components_)
