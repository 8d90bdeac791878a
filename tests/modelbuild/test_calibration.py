"""Probabilities and thresholds."""

import numpy as np
import pytest
from sklearn import metrics

from modelbuild.calibration import (
    calibration_error,
    confidence_threshold,
    log_loss,
    strangeness_threshold,
)


def test_log_loss_is_scikit_learns() -> None:
    rng = np.random.default_rng(0)
    probabilities = rng.dirichlet(np.ones(10), 50).clip(1e-3)
    probabilities /= probabilities.sum(axis=1, keepdims=True)
    digits = rng.integers(0, 10, 50)
    expected = metrics.log_loss(digits, probabilities, labels=range(10))
    assert log_loss(probabilities, digits) == pytest.approx(expected)


def test_calibration_error_by_hand() -> None:
    # 0.95 in one bin: 3 of 4 right, off by 0.2. 0.5 in another: 1 of 2, off by 0.
    confidences = np.array([0.95] * 4 + [0.5] * 2)
    right = np.array([True, True, True, False, True, False])
    assert calibration_error(confidences, right) == pytest.approx(4 / 6 * 0.2)


def test_full_confidence_counts_too() -> None:
    assert calibration_error(np.ones(3), np.array([True] * 3)) == 0


def test_half_of_the_errors_are_withheld() -> None:
    confidences = np.array([0.99, 0.62, 0.66, 0.7, 0.8, 0.97])
    probabilities = np.full((6, 10), 0.0)
    probabilities[:, 4] = confidences
    digits = np.array([4, 1, 1, 1, 1, 4])
    threshold = confidence_threshold(probabilities, digits)
    assert (confidences[1:5] < threshold).sum() == 2


def test_the_confidence_asked_for_is_within_reason() -> None:
    sure = np.eye(10)
    assert confidence_threshold(sure, np.arange(10)) == 0.5
    assert confidence_threshold(sure, (np.arange(10) + 1) % 10) == 0.9


def test_fewer_than_one_digit_in_a_hundred_is_refused() -> None:
    strange = np.random.default_rng(0).normal(size=10_000)
    refused = (strange > strangeness_threshold(strange)).mean()
    assert 0.006 < refused < 0.008
