"""What several test modules need."""

import pytest

from digitcore import Recognizer
from digitcore.tutorial import train_tutorial_model


@pytest.fixture(scope="session")
def tutorial_recognizer() -> Recognizer:
    """The recogniser that the page falls back on."""
    return Recognizer(train_tutorial_model())


@pytest.fixture(scope="session")
def recognizer() -> Recognizer:
    """The recogniser in model/."""
    return Recognizer.load()
