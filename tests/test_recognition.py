"""What was read is plain data."""

import dataclasses

import numpy as np
import pytest
from PIL import Image

from digitcore.recognition import Kind, Neighbor, Number, Recognition, Stage


def recognition(digit: int | None, kind: Kind = "answer") -> Recognition:
    return Recognition(
        kind=kind,
        digit=digit,
        confidence=0.9,
        probabilities=np.full(10, 0.1),
        neighbors=(),
        stages=(),
        box=(0, 0, 1, 1),
    )


def test_a_number_is_its_digits_and_their_text() -> None:
    digits = [recognition(4), recognition(None, "not-a-digit"), recognition(2)]
    number = Number(digits)
    assert number.text == "4?2"
    assert list(number) == list(number.digits) == digits
    assert number[0] is digits[0]
    assert Number().text == ""


def test_a_recognition_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        recognition(4).digit = 5  # type: ignore[misc]


def test_stages_and_neighbours_unpack() -> None:
    picture = Image.new("L", (1, 1))
    name, image = Stage("ink", picture)
    assert (name, image) == ("ink", picture)
    digit, distance, weight, glyph, source = Neighbor(3, 0.5, 1.0, picture, "hand")
    assert (digit, distance, weight, glyph, source) == (3, 0.5, 1.0, picture, "hand")
