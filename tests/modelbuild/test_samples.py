"""Drawings exported from the page."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from digitcore.image import read_ink
from modelbuild.errors import BuildError
from modelbuild.samples import draw, load_samples, samples_group

Export = dict[str, Any]


def write(path: Path, content: Any) -> Path:
    path.write_text(json.dumps(content))
    return path


def test_draws_what_was_drawn(tmp_path: Path, export: Export) -> None:
    line, dot = load_samples(write(tmp_path / "s.json", export))
    assert (line.label, dot.label) == (1, 7)
    assert (line.picture.shape, dot.picture.shape) == ((280, 280), (140, 280))
    # The pad is halved: from y = 50 to 230, 10 px wide, round at its ends.
    rows, columns = np.nonzero(line.picture < 128)
    assert (columns.min(), columns.max()) == (135, 144)
    assert 44 <= rows.min() <= 46
    assert 234 <= rows.max() <= 236


def test_draws_in_the_unit_of_the_pad() -> None:
    stroke = [(10.0, 20.0), (60.0, 90.0)]
    doubled = [(2 * x, 2 * y) for x, y in stroke]
    assert (draw([stroke], 100, 100, 6) == draw([doubled], 200, 200, 12)).all()


def test_samples_are_learnt_from(tmp_path: Path, export: Export) -> None:
    samples = load_samples(write(tmp_path / "s.json", export))
    group = samples_group(samples)
    assert group.glyphs.digits.tolist() == [1, 7]
    assert set(group.glyphs.sources) == {"your own drawings"}
    assert read_ink(samples[1].picture).any()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "no JSON"),
        ("{", "no JSON"),
        ("[]", 'holds no drawings: "format"'),
        ('{"format": "other"}', 'holds no drawings: "format"'),
        ('{"format": "digitpad-strokes", "version": 2}', "version 2"),
        ('{"format": "digitpad-strokes", "version": 1}', "no samples"),
        ('{"format": "digitpad-strokes", "version": 1, "samples": []}', "no samples"),
    ],
)
def test_refuses_other_files(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "s.json"
    path.write_text(content)
    with pytest.raises(BuildError, match=message):
        load_samples(path)


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("label", 10, "label 10 is no digit"),
        ("label", "3", "label '3' is no digit"),
        ("label", True, "label True is no digit"),
        ("width", 0, '"width" is 0'),
        ("height", None, '"height" is None'),
        ("pen", -2, '"pen" is -2'),
        ("strokes", [], "no strokes"),
        ("strokes", [[]], "not a list of points"),
        ("strokes", [[[1, 2, 3]]], "not a list of points"),
        ("strokes", [[[1, "2"]]], "not a list of points"),
        ("strokes", [[[1, float("nan")]]], "not a list of points"),
        ("strokes", [[[-500, -500], [-400, -400]]], "outside the pad"),
    ],
)
def test_names_the_sample_that_is_wrong(
    tmp_path: Path, export: Export, key: str, value: Any, message: str
) -> None:
    export["samples"][1][key] = value
    with pytest.raises(BuildError, match=f"sample 2.*{message}"):
        load_samples(write(tmp_path / "s.json", export))


def test_refuses_a_sample_that_is_no_object(tmp_path: Path, export: Export) -> None:
    content = export | {"samples": [3]}
    with pytest.raises(BuildError, match="sample 1 is not an object"):
        load_samples(write(tmp_path / "s.json", content))


def test_names_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="No such file"):
        load_samples(tmp_path / "none.json")
