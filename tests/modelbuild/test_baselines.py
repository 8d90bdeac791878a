"""The tutorial's own steps, faults and all."""

import numpy as np
from sklearn.datasets import load_digits

from modelbuild.baselines import PADDING, TutorialReader, tutorial_pixels
from modelbuild.handwriting import draw_digit


def test_ink_is_0_to_255_on_8_by_8_pixels() -> None:
    drawing = np.full((280, 280), 255, np.uint8)
    drawing[40:240, 40:240] = 0
    pixels = tutorial_pixels(drawing).reshape(8, 8)
    assert pixels.max() == 255
    assert pixels[0, 0] < 60  # padding


def test_the_place_on_the_pad_does_not_matter() -> None:
    drawing = np.full((280, 280), 255, np.uint8)
    drawing[50:150, 60:90] = 0
    moved = np.roll(drawing, (70, 100), axis=(0, 1))
    assert (tutorial_pixels(drawing) == tutorial_pixels(moved)).all()


def test_proportions_are_lost() -> None:
    # A bar of 100 by 20 pixels, with its padding, is squeezed into a square.
    drawing = np.full((280, 280), 255, np.uint8)
    drawing[50:150, 60:80] = 0
    pixels = tutorial_pixels(drawing).reshape(8, 8)
    width = (pixels > 127).any(axis=0).sum()
    height = (pixels > 127).any(axis=1).sum()
    assert height / width < 100 / 20 / 2
    assert PADDING == 30


def test_reads_by_three_neighbours_among_the_pixels() -> None:
    pixels, digits = load_digits(return_X_y=True)
    drawings = [draw_digit(digit, [9, digit]) for digit in range(10)]
    drawn = np.stack([tutorial_pixels(drawing) for drawing in drawings])
    for rescaled, scale in ((False, 1), (True, 16 / 255)):
        reader = TutorialReader(pixels.reshape(-1, 8, 8), digits, rescaled=rescaled)
        differences = drawn[:, None] * scale - pixels
        nearest = np.square(differences).sum(axis=2).argsort(axis=1)[:, :3]
        votes = [np.bincount(digits[row], minlength=10) for row in nearest]
        assert reader.read(drawings).tolist() == np.argmax(votes, axis=1).tolist()
