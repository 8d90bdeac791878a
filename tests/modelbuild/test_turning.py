"""Drawings held askew."""

import numpy as np

from modelbuild.turning import turned


def bar() -> np.ndarray:
    drawing = np.full((61, 61), 255, np.uint8)
    drawing[5:56, 28:33] = 0
    return drawing


def test_no_turn_changes_nothing() -> None:
    assert (turned(bar(), 0) == bar()).all()


def test_a_quarter_turn_lays_it_down() -> None:
    assert (turned(bar(), 90) == bar().T).all()


def test_nothing_is_cut_off() -> None:
    drawing = np.full((61, 61), 255, np.uint8)
    drawing[:, :3] = 0  # along the edge
    ink = 255.0 - turned(drawing, 20)
    assert abs(ink.sum() / (255 * 61 * 3) - 1) < 0.02


def test_positive_degrees_turn_anticlockwise() -> None:
    rows, columns = np.nonzero(turned(bar(), 20) < 128)
    top = columns[rows == rows.min()].mean()
    bottom = columns[rows == rows.max()].mean()
    assert top < bottom
