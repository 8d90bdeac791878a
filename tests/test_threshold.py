"""Ink is 1, paper is 0, and dust is nothing."""

import numpy as np
from PIL import Image

from digitcore.threshold import otsu, separate, without_specks


def test_two_levels_become_0_and_1() -> None:
    difference = np.zeros((10, 10), np.uint8)
    difference[4:6] = 90
    expected = (difference == 90).astype(np.float32)
    np.testing.assert_array_equal(separate(Image.fromarray(difference)), expected)


def test_soft_edges_stay_soft() -> None:
    difference = np.zeros((10, 10), np.uint8)
    difference[3:7] = [[100], [200], [200], [100]]
    ink = separate(Image.fromarray(difference))
    np.testing.assert_allclose(ink[3:7, 0], [0.5, 1, 1, 0.5], atol=0.01)


def test_what_hardly_differs_is_no_ink() -> None:
    difference = np.zeros((10, 10), np.uint8)
    difference[4:6] = 9
    assert not separate(Image.fromarray(difference)).any()


def test_specks_are_wiped_away() -> None:
    ink = np.zeros((200, 200), np.float32)
    ink[50:150, 90:110] = 1
    expected = ink.copy()
    ink[20:22, 180:182] = 1
    np.testing.assert_array_equal(without_specks(ink), expected)


def test_flags_and_dots_are_no_specks() -> None:
    ink = np.zeros((200, 200), np.float32)
    ink[50:150, 90:110] = 1
    ink[20:30, 90:100] = 1  # 5 % of the ink
    assert without_specks(ink) is ink


def test_haze_is_wiped_away_and_soft_edges_are_not() -> None:
    clean = np.zeros((200, 200), np.float32)
    clean[50:150, 90:110] = 1
    clean[50:150, [88, 89, 110, 111]] = 0.3
    assert without_specks(clean) is clean
    hazy = clean + np.float32(0.05) * (np.indices(clean.shape).sum(axis=0) % 3 == 0)
    cleared = without_specks(hazy)
    assert cleared[:, :60].max() == cleared[:, 140:].max() == 0
    np.testing.assert_array_equal(cleared[50:150, 88:112], hazy[50:150, 88:112])


def test_dotted_lines_are_kept() -> None:
    ink = np.zeros((300, 300), np.float32)
    ink[10::4, 150] = 1  # 73 dots, each less than a speck's share
    assert without_specks(ink) is ink


def test_otsu_by_hand() -> None:
    counts = np.zeros(256, int)
    counts[[0, 10, 200]] = 6, 2, 2
    # Variance between: split at 1..10 gives 6 * 4 * 105**2 = 264,600, and at
    # 11..200 gives 8 * 2 * 197.5**2 = 624,100.
    assert otsu(counts) == 11
