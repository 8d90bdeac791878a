"""What a model's votes are worth: probabilities and thresholds.

All of it is fitted to drawings that are neither learnt from nor reported on.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar

from digitcore.refusal import strangeness
from modelbuild.glyphs import Glyphs
from modelbuild.training import Trained

SHARPNESS_RANGE = (0.2, 10.0)
LEAST_PROBABILITY = 1e-3  # a digit without a vote is not impossible
WITHHELD_ERRORS = 0.5
REFUSED_DIGITS = 0.007  # hands stranger than ours leave room below the 1 % allowed
N_BINS = 15


def fit_sharpness(trained: Trained, drawings: Glyphs) -> float:
    """Fit the sharpness of votes so that their shares are probabilities.

    Parameters
    ----------
    trained : Trained
    drawings : Glyphs
        Digits that it has not learnt from.

    Returns
    -------
    float
        That with the greatest likelihood of the drawings' digits.
    """
    embedded = trained.pipeline[1].transform(drawings.features)

    def loss(logarithm: float) -> float:
        model = trained.with_votes(trained.recipe.n_neighbors, np.exp(logarithm))
        return log_loss(model.pipeline[-1].predict_proba(embedded), drawings.digits)

    bounds = np.log(SHARPNESS_RANGE)
    best = minimize_scalar(
        loss, bounds=bounds, method="bounded", options={"xatol": 0.02}
    )
    return round(float(np.exp(best.x)), 3)


def log_loss(probabilities: NDArray[np.floating], digits: NDArray[np.int64]) -> float:
    """Mean negative logarithm of the probability given to the right digit."""
    right = probabilities[np.arange(len(digits)), digits]
    return float(-np.log(right.clip(LEAST_PROBABILITY)).mean())


def confidence_threshold(
    probabilities: NDArray[np.floating], digits: NDArray[np.int64]
) -> float:
    """Choose below which confidence to say "not sure".

    Parameters
    ----------
    probabilities : float array of shape (n, 10)
    digits : int64 array of shape (n,)

    Returns
    -------
    float
        The median confidence of wrong answers, so that half of them are withheld;
        between 0.5 and 0.9.
    """
    wrong = probabilities.argmax(axis=1) != digits
    if not wrong.any():
        return 0.5
    confidence = np.quantile(probabilities.max(axis=1)[wrong], WITHHELD_ERRORS)
    return round(float(np.clip(confidence, 0.5, 0.9)), 3)


def strangeness_threshold(strange: NDArray[np.floating]) -> float:
    """Choose above which strangeness to say "not a digit".

    Parameters
    ----------
    strange : float array
        Of digits.

    Returns
    -------
    float
        What all but `REFUSED_DIGITS` of them stay below.
    """
    return round(float(np.quantile(strange, 1 - REFUSED_DIGITS)), 4)


def strangeness_of(
    trained: Trained, nondigits: NDArray[np.float32], features: NDArray[np.float32]
) -> NDArray[np.floating]:
    """Measure how unlike a digit each drawing is; see `digitcore.refusal`."""
    embedded = trained.pipeline[1].transform(features)
    points, digits, _ = trained.prototypes
    return strangeness(embedded, points, digits, nondigits)


def calibration_error(
    confidences: NDArray[np.floating], right: NDArray[np.bool_]
) -> float:
    """Measure how far confidence is from the share of right answers.

    Parameters
    ----------
    confidences : float array of shape (n,)
    right : bool array of shape (n,)

    Returns
    -------
    float
        The expected calibration error: the mean over 15 bins of equal width,
        weighted by how many fall into each.

    Examples
    --------
    >>> confidences = np.array([0.9] * 10)
    >>> right = np.array([True] * 8 + [False] * 2)
    >>> round(calibration_error(confidences, right), 3)
    0.1

    References
    ----------
    M. P. Naeini, G. F. Cooper and M. Hauskrecht, "Obtaining well calibrated
    probabilities using Bayesian binning", AAAI 2015.
    """
    bins = np.minimum((confidences * N_BINS).astype(int), N_BINS - 1)
    gaps = np.bincount(bins, confidences - right, minlength=N_BINS)
    return float(np.abs(gaps).sum() / len(confidences))
