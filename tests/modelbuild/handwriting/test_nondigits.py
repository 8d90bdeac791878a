"""What is no digit: every kind is drawn, and letters keep off the digits."""

from collections import Counter

import numpy as np
import pytest

from modelbuild.handwriting import nondigits
from modelbuild.handwriting.hand import Hand, Variant
from modelbuild.handwriting.nondigits.letters import letterforms, parse, write_form


@pytest.mark.parametrize(
    "kind", nondigits.VARIANTS, ids=[kind.__name__ for kind in nondigits.VARIANTS]
)
def test_every_kind_draws_strokes(kind: Variant) -> None:
    """Finite points, and more than a dot."""
    hand = Hand(np.random.default_rng(0))
    for _ in range(30):
        points = np.concatenate(kind(hand))
        assert np.isfinite(points).all()
        assert np.ptp(points, axis=0).max() > 0.3


def test_every_kind_is_drawn() -> None:
    """No kind is there in vain."""
    hand = Hand(np.random.default_rng(0))
    used = Counter(hand.choose(nondigits.VARIANTS) for _ in range(3000))
    assert set(used) == set(nondigits.VARIANTS)


def test_letters_that_may_be_digits_are_left_out() -> None:
    """One hand's b, q or Z is another hand's 6, 9 or 2."""
    assert not set("bglIoOqsSzZB") & set(letterforms())


@pytest.mark.parametrize("name", letterforms())
def test_letterforms_are_about_one_high(name: str) -> None:
    """Every form parses, and is written near where it says."""
    hand = Hand(np.random.default_rng(0))
    for form in letterforms()[name]:
        points = np.concatenate([points for _, points in parse(form)])
        assert 0.6 < np.ptp(points[:, 1]) < 1.3
        assert len(write_form(form, hand)) == form.count("|") + 1
