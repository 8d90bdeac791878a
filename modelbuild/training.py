"""Glyphs to a pipeline that reads digits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import Pipeline, make_pipeline

from digitcore.metric import Vote, WithinClassMetric
from modelbuild.glyphs import FEATURES, Glyphs
from modelbuild.prototypes import Prototypes, find_prototypes, rounded


@dataclass(frozen=True)
class Recipe:
    """How a model is trained.

    Attributes
    ----------
    n_components : int
        Dimensions of the learnt space.
    shrinkage : float
        See `digitcore.metric.WithinClassMetric`.
    n_neighbors : int
        How many of them vote.
    sharpness : float
        See `digitcore.metric.Vote`.
    """

    n_components: int = 64
    shrinkage: float = 1.0
    n_neighbors: int = 8
    sharpness: float = 2.0


class Group(NamedTuple):
    """Glyphs of one kind.

    Attributes
    ----------
    glyphs : Glyphs
    n_prototypes : int
        How many stand for them in the model, of each digit; fewer where there are
        fewer glyphs.
    """

    glyphs: Glyphs
    n_prototypes: int


@dataclass(frozen=True, eq=False)
class Trained:
    """What training gives.

    Attributes
    ----------
    pipeline : sklearn.pipeline.Pipeline
        From rows of views to digits.
    prototypes : Prototypes
        Their examples are indices of the glyphs trained on.
    glyphs : Glyphs
        These.
    recipe : Recipe
    """

    pipeline: Pipeline
    prototypes: Prototypes
    glyphs: Glyphs
    recipe: Recipe

    def with_votes(self, n_neighbors: int, sharpness: float) -> "Trained":
        """Change how many prototypes vote, and how sharply."""
        recipe = replace(self.recipe, n_neighbors=n_neighbors, sharpness=sharpness)
        classifier = vote_among(self.prototypes, recipe)
        pipeline = make_pipeline(*self.pipeline[:-1], classifier)
        return Trained(pipeline, self.prototypes, self.glyphs, recipe)


def train(groups: Sequence[Group], variations: Glyphs, recipe: Recipe) -> Trained:
    """Learn the metric and the prototypes.

    Parameters
    ----------
    groups : sequence of Group
        The metric learns from all of them together; prototypes are found in each.
    variations : Glyphs
        From which the metric learns too, but no prototypes are made.
    recipe : Recipe

    Returns
    -------
    Trained
    """
    known = Glyphs.joined(group.glyphs for group in groups)
    metric = WithinClassMetric(recipe.n_components, recipe.shrinkage)
    metric.fit(
        np.concatenate([known.features, variations.features]),
        np.concatenate([known.digits, variations.digits]),
    )
    found, first = [], 0
    for glyphs, n_prototypes in groups:
        embedded = metric.transform(glyphs.features)
        prototypes = find_prototypes(embedded, glyphs.digits, n_prototypes)
        found.append(prototypes._replace(examples=prototypes.examples + first))
        first += len(glyphs)
    prototypes = Prototypes(*map(np.concatenate, zip(*found, strict=True)))
    prototypes = prototypes._replace(points=rounded(prototypes.points))
    pipeline = make_pipeline(FEATURES, metric, vote_among(prototypes, recipe))
    return Trained(pipeline, prototypes, known, recipe)


def vote_among(prototypes: Prototypes, recipe: Recipe) -> KNeighborsClassifier:
    """Make the pipeline's last step."""
    return KNeighborsClassifier(
        recipe.n_neighbors, weights=Vote(recipe.sharpness), algorithm="brute"
    ).fit(prototypes.points, prototypes.digits)
