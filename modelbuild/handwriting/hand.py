"""The whims of a writer: every random choice of a drawing, from one generator."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import numpy as np

from modelbuild.handwriting.curves import Point, Stroke

Option = TypeVar("Option")


class Hand:
    """Random choices under names that read well in a description of a shape.

    Parameters
    ----------
    rng : numpy.random.Generator
        The only source of chance, so that equal seeds draw equal pictures.

    Examples
    --------
    >>> hand = Hand(np.random.default_rng(1))
    >>> 2.0 <= hand(2.0, 3.0) <= 3.0
    True
    """

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng

    def __call__(self, low: float, high: float) -> float:
        """Return a number evenly distributed between two bounds."""
        return low + (high - low) * self.rng.random()

    def about(self, middle: float, spread: float) -> float:
        """Return a normally distributed number."""
        return middle + spread * self.rng.standard_normal()

    def chance(self, probability: float) -> bool:
        """Return True with the given probability."""
        return self.rng.random() < probability

    def pick(self, options: Sequence[Option]) -> Option:
        """Return one of several things, each as likely as the others."""
        return options[int(self.rng.integers(len(options)))]

    def choose(self, weights: Mapping[Option, float]) -> Option:
        """Return one of the keys, as often as its weight says."""
        mark = self.rng.random() * sum(weights.values())
        for option, weight in weights.items():
            mark -= weight
            if mark < 0:
                return option
        return option

    def near(self, points: Sequence[Point], spread: float = 0.02) -> list[Point]:
        """Return the points, each of them missed by a little."""
        noise = spread * self.rng.standard_normal((len(points), 2))
        return [
            (x + dx, y + dy)
            for (x, y), (dx, dy) in zip(points, noise.tolist(), strict=True)
        ]


Variant = Callable[[Hand], list[Stroke]]
"""One way of writing a character: a function from a hand to its strokes."""
