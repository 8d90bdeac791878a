"""Random choices: fair, and none that were not offered."""

import numpy as np
import pytest

from modelbuild.handwriting.hand import Hand


@pytest.fixture
def hand() -> Hand:
    """Return a writer whose choices are always the same."""
    return Hand(np.random.default_rng(0))


def test_choices_are_as_frequent_as_their_weights(hand: Hand) -> None:
    """Weights need not add up to 1, and 0 is never chosen."""
    chosen = [hand.choose({"a": 6.0, "b": 2.0, "c": 0.0}) for _ in range(4000)]
    assert chosen.count("a") / 4000 == pytest.approx(0.75, abs=0.03)
    assert set(chosen) == {"a", "b"}


def test_chance_comes_true_as_often_as_it_says(hand: Hand) -> None:
    """0.2 is one time in five."""
    hits = sum(hand.chance(0.2) for _ in range(4000))
    assert hits / 4000 == pytest.approx(0.2, abs=0.03)


def test_near_misses_by_about_the_spread(hand: Hand) -> None:
    """Every point stays near its own."""
    missed = np.array(hand.near([(1.0, 2.0)] * 2000, 0.1)) - [1.0, 2.0]
    np.testing.assert_allclose(missed.std(axis=0), 0.1, rtol=0.1)
    np.testing.assert_allclose(missed.mean(axis=0), 0, atol=0.01)
