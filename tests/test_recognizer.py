"""The contract of Recognizer, and what tutorials get wrong."""

from pathlib import Path

import numpy as np
import pytest
from drawing import STROKES, draw, draw_digit, draw_number
from PIL import Image, ImageDraw

from digitcore import Number, Recognition, Recognizer
from digitcore.glyph import normalise
from digitcore.image import read_ink

KINDS = ("answer", "unsure", "not-a-digit", "empty")
STAGES = ["ink", "crop", "upright", "centred", "stroke", "features"]


@pytest.mark.parametrize("digit", range(10))
def test_a_recognition_is_complete(recognizer: Recognizer, digit: int) -> None:
    recognition = recognizer.recognize(draw_digit(digit))
    assert recognition.kind == "answer"
    assert recognition.digit == digit
    assert type(recognition.digit) is int
    assert recognition.probabilities.shape == (10,)
    assert recognition.probabilities.dtype == np.float64
    assert recognition.probabilities.sum() == pytest.approx(1)
    assert recognition.probabilities.argmax() == digit
    assert recognition.confidence == recognition.probabilities[digit]
    assert [stage.name for stage in recognition.stages] == STAGES
    for name, image in recognition.stages:
        assert isinstance(image, Image.Image), name
        assert image.mode == "L", name
        assert image.getextrema()[1] == 255, f"{name} has no paper"
        assert image.getextrema()[0] < 128, f"{name} has no ink"


def test_neighbours_explain_the_answer(recognizer: Recognizer) -> None:
    recognition = recognizer.recognize(draw_digit(4))
    neighbors = recognition.neighbors
    assert neighbors[0].digit == 4
    distances = [neighbor.distance for neighbor in neighbors]
    assert distances == sorted(distances)
    weights = [neighbor.weight for neighbor in neighbors]
    assert weights == sorted(weights, reverse=True)
    assert sum(weights) == pytest.approx(1)
    assert len(neighbors) == recognizer.model.pipeline[-1].n_neighbors
    for neighbor in neighbors:
        assert type(neighbor.digit) is int
        assert isinstance(neighbor.glyph, Image.Image)
        assert neighbor.source


@pytest.mark.parametrize("digit", range(10))
def test_votes_are_those_of_scikit_learn(recognizer: Recognizer, digit: int) -> None:
    picture = draw(STROKES[digit] + STROKES[(digit + 3) % 10])  # in doubt
    views = normalise(read_ink(picture), n_views=2).views.reshape(1, -1)
    expected = recognizer.model.pipeline.predict_proba(views)[0]
    found = recognizer.recognize(picture)
    np.testing.assert_allclose(found.probabilities, expected, atol=1e-6)
    votes = np.zeros(10)
    for neighbor in found.neighbors:
        votes[neighbor.digit] += neighbor.weight
    np.testing.assert_allclose(votes, expected, atol=1e-6)


def test_the_box_is_in_the_pixels_of_the_picture(recognizer: Recognizer) -> None:
    picture = Image.new("L", (3000, 2400), "white")
    ImageDraw.Draw(picture).ellipse((600, 300, 1500, 1800), outline=0, width=150)
    recognition = recognizer.recognize(picture)
    assert recognition.digit == 0
    assert recognition.box == pytest.approx((600, 300, 1500, 1800), abs=6)


def blank_pictures() -> dict[str, Image.Image]:
    transparent_black = Image.new("RGBA", (280, 280), (0, 0, 0, 0))
    return {
        "white": Image.new("L", (280, 280), 255),
        "black": Image.new("RGB", (280, 280), 0),
        "cleared canvas": transparent_black,
        "one pixel": Image.new("L", (1, 1), 255),
    }


@pytest.mark.parametrize("name", blank_pictures())
def test_nothing_drawn_is_empty_and_never_0(recognizer: Recognizer, name: str) -> None:
    recognition = recognizer.recognize(blank_pictures()[name])
    assert recognition.kind == "empty"
    assert recognition.digit is None
    assert recognition.confidence == 0
    assert recognition.neighbors == ()
    assert recognition.box is None
    np.testing.assert_array_equal(recognition.probabilities, np.zeros(10))


def letter_strokes() -> dict[str, Image.Image]:
    scribble = [[(0.1 * i, (i * 7 % 10) / 10) for i in range(10)]] * 2
    return {
        "dash": draw([[(0, 0.5), (1.5, 0.5)]], height=120),
        "tap of the pen": draw([[(0.5, 0.5), (0.51, 0.5)]], height=30, pen=20),
        "dot": draw([[(0.5, 0.5), (0.5, 0.5)]], height=10, pen=4),
        "M": draw([[(0, 1), (0, 0), (0.4, 0.7), (0.8, 0), (0.8, 1)]]),
        "scribble": draw(scribble),
        "grid": draw(
            [[(0, y), (1, y)] for y in (0.1, 0.4, 0.7, 1.0)]
            + [[(x, 0), (x, 1)] for x in (0.1, 0.4, 0.7, 1.0)]
        ),
        "pair": draw_number("47", gap=0.15, height=130),
        "row": draw_number("2026", pad=(600, 200), height=120, pen=10),
    }


@pytest.mark.parametrize("name", letter_strokes())
def test_what_is_no_digit_is_refused(recognizer: Recognizer, name: str) -> None:
    recognition = recognizer.recognize(letter_strokes()[name])
    assert recognition.kind == "not-a-digit"
    assert recognition.digit is None
    # The pad still shows which digits it is most like.
    assert recognition.probabilities.sum() == pytest.approx(1)


def same(a: Recognition, b: Recognition) -> bool:
    close = np.abs(a.probabilities - b.probabilities).max() < 0.2
    return a.digit == b.digit and bool(close)


@pytest.mark.parametrize("digit", range(10))
@pytest.mark.parametrize(
    "how",
    [
        {"at": (5, 5)},
        {"at": (170, 95)},
        {"height": 24, "pen": 4},
        {"height": 60, "pen": 4},
        {"height": 250, "pen": 30},
        {"height": 264, "pen": 16},
        {"pen": 4},
        {"pen": 30},
        {"pad": 100, "height": 9, "pen": 1.4},
        {"pad": 100, "height": 80, "pen": 6},
        {"pad": 1000, "height": 900, "pen": 14},
        {"pad": 2000, "height": 190, "pen": 29},
        {"pad": 2000, "height": 1800, "pen": 210},
        {"ink": "white", "paper": "black"},
        {"ink": "yellow", "paper": "white"},
        {"ink": "#5040ff", "paper": "#303040"},
        {"mode": "RGBA", "paper": "#00000000"},
        {"mode": "RGBA", "paper": "#00000000", "ink": "white"},
        {"mode": "L"},
    ],
    ids=str,
)
def test_how_it_is_drawn_does_not_matter(
    recognizer: Recognizer, digit: int, how: dict[str, object]
) -> None:
    plain = recognizer.recognize(draw_digit(digit))
    assert same(recognizer.recognize(draw_digit(digit, **how)), plain)


def test_an_opaque_white_background_is_trimmed(recognizer: Recognizer) -> None:
    # `getbbox()` of an RGBA picture looks at its alpha alone.
    opaque = draw_digit(2, at=(150, 10), height=100, pen=9).convert("RGBA")
    assert opaque.getbbox() == (0, 0, 280, 280)
    assert recognizer.recognize(opaque).digit == 2


def test_a_one_is_not_stretched_to_a_bar(recognizer: Recognizer) -> None:
    line = draw([[(0.3, 0.0), (0.3, 1.0)]], pen=12)
    assert recognizer.recognize(line).digit == 1


@pytest.mark.parametrize("pen", [4, 16, 30])
def test_a_one_with_a_wide_flag_is_a_one(recognizer: Recognizer, pen: float) -> None:
    # It lies close to 7, so the model may be unsure of it.
    flagged = draw([[(0.08, 0.2), (0.25, 0.0), (0.25, 1.0)]], pen=pen)
    recognition = recognizer.recognize(flagged)
    assert recognition.digit == 1
    assert recognition.kind in ("answer", "unsure")


def test_reading_twice_gives_the_same(recognizer: Recognizer) -> None:
    first, second = (recognizer.recognize(draw_digit(8)) for _ in range(2))
    np.testing.assert_array_equal(first.probabilities, second.probabilities)


def test_a_path_may_be_read(recognizer: Recognizer, tmp_path: Path) -> None:
    draw_digit(6).save(tmp_path / "six.png")
    assert recognizer.recognize(tmp_path / "six.png").digit == 6


@pytest.mark.parametrize("text", ["0", "7", "42", "2026", "31415", "867", "9051"])
def test_numbers_are_read(recognizer: Recognizer, text: str) -> None:
    picture = draw_number(text, pad=(900, 240), height=130, pen=12)
    number = recognizer.recognize_number(picture)
    assert isinstance(number, Number)
    assert number.text == text
    assert len(number) == len(number.digits) == len(text)
    lefts = [digit.box[0] for digit in number if digit.box]
    assert lefts == sorted(lefts)
    for digit in number.digits:
        assert digit.kind in KINDS
        assert [stage.name for stage in digit.stages] == STAGES


def test_one_digit_of_several_strokes_is_one(recognizer: Recognizer) -> None:
    detached = [STROKES[5][0], [(0.2, -0.1), (0.6, -0.1)]]
    assert recognizer.recognize_number(draw(detached)).text == "5"


def test_no_number(recognizer: Recognizer) -> None:
    number = recognizer.recognize_number(Image.new("L", (100, 100), "white"))
    assert number.digits == ()
    assert number.text == ""
