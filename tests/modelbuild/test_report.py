"""The figures of the report."""

import numpy as np

from modelbuild.card import conditions_table, confusions_table
from modelbuild.evaluation import Reading, Readings, Share
from modelbuild.report import by_ink_size, certainty, confusions, share_figures


def readings(digits: list[int], truth: list[int]) -> Readings:
    return Readings(
        [Reading("answer", digit, 1.0) for digit in digits], np.array(truth)
    )


def test_confusions_are_counted_most_frequent_first() -> None:
    found = confusions(readings([9, 9, 7, 4, 9, 1], [4, 4, 7, 9, 4, 7]))
    assert found == {"4 as 9": 3, "7 as 1": 1, "9 as 4": 1}
    assert confusions(readings([1, 2], [1, 2])) == {}


def test_misreadings_without_doubt_are_counted() -> None:
    sure, unsure = Reading("answer", 1, 1.0), Reading("answer", 1, 0.98)
    found = certainty(Readings([sure, sure, sure, unsure], np.array([1, 7, 1, 7])))
    assert found == {"of": 3, "misread": 1}


def test_drawings_are_sorted_by_the_longer_side_of_their_ink() -> None:
    pictures = np.full((3, 280, 280), 255, np.uint8)
    pictures[0, 100:130, 100:179] = 0  # 79 wide
    pictures[1, 100:180, 100:110] = 0  # 80 high
    pictures[2, 10:270, 100:110] = 0  # 260 high
    found = by_ink_size(pictures, readings([1, 1, 2], [1, 1, 1]))
    assert {name: figure["share"] for name, figure in found.items()} == {
        "0 to 79": 1.0,
        "80 to 109": 1.0,
        "200 to 9999": 0.0,
    }


def test_figures_are_plain_numbers() -> None:
    assert share_figures(Share(1, 29)) == {
        "share": 0.0345,
        "interval": [0.0061, 0.1718],
        "of": 29,
    }


def test_tables_read_well() -> None:
    table = conditions_table("px", {"28": share_figures(Share(1, 29))})
    assert table.splitlines() == [
        "| px | 28 |",
        "| --- | --- |",
        "| % | 3.5 (0.6 to 17.2) |",
    ]
    sources = {"a": {"confusions": {"4 as 9": 3}}, "b": {"confusions": {}}}
    assert confusions_table(sources).splitlines()[2:] == [
        "| a | 4 as 9 (3) |",
        "| b | none |",
    ]
