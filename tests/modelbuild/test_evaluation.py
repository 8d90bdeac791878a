"""Shares, intervals and readings."""

import numpy as np
import pytest

from digitcore import Recognizer
from modelbuild.evaluation import Share, on_pad, read_all
from modelbuild.handwriting import draw_digit


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [
        # From Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilsons_interval(count: int, total: int, low: float, high: float) -> None:
    assert Share(count, total).interval == pytest.approx((low, high), abs=6e-5)


def test_a_share_reads_well() -> None:
    assert str(Share.of(np.array([True, False]))) == "50.0 % (9.5 to 90.5)"


def test_a_drawing_is_laid_in_the_middle_of_a_pad() -> None:
    drawing = np.full((40, 40), 255, np.uint8)
    drawing[5:25, 2:12] = 0
    pad = on_pad(drawing, size=100)
    rows, columns = np.nonzero(pad < 128)
    assert pad.shape == (280, 280)
    assert (rows.min(), rows.max()) == (90, 189)
    assert (columns.min(), columns.max()) == (115, 164)


def test_drawings_are_read_as_the_recogniser_reads_them(
    tutorial_recognizer: Recognizer,
) -> None:
    truth = np.arange(10)
    drawings = [on_pad(draw_digit(digit, [4, digit]), 150) for digit in range(10)]
    readings = read_all(tutorial_recognizer, drawings, truth)
    for index, drawing in enumerate(drawings):
        recognition = tutorial_recognizer.recognize(drawing)
        assert readings.kinds[index] == recognition.kind
        assert readings.confidences[index] == recognition.confidence
        assert readings.digits[index] == recognition.probabilities.argmax()
    assert (readings.right == (readings.digits == truth)).all()


def test_what_is_empty_counts_as_refused(tutorial_recognizer: Recognizer) -> None:
    empty = np.full((50, 50), 255, np.uint8)
    readings = read_all(tutorial_recognizer, [empty])
    assert readings.refused.all()
    assert not readings.right.any()
