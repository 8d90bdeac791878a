"""The model's README: what it is, how good it is, and what it can't do."""

from pathlib import Path
from string import Template
from typing import Any

from modelbuild.calibration import REFUSED_DIGITS

TEMPLATES = Path(__file__).parent / "templates"


def write_readme(card: dict[str, Any], path: Path) -> None:
    """Write the readable model card.

    Parameters
    ----------
    card : dict
        With ``"figures"``. Its ``"name"`` is that of the template.
    path : Path
    """
    template = (TEMPLATES / f"{card['name']}.md").read_text(encoding="utf-8")
    figures = card["figures"]
    certain = next(iter(figures["sources"].values()))["certain"]
    text = Template(template).substitute(
        card["parameters"],
        **{f"threshold_{name}": value for name, value in card["thresholds"].items()},
        n_certain=f"{certain['of']:,}",
        n_certain_misread=certain["misread"],
        refused_percent=f"{100 * REFUSED_DIGITS:.1f}",
        data=bullets(card["data"]["digits"]),
        comparison=comparison_table(figures["comparison"]),
        sources=sources_table(figures["sources"]),
        digits=digits_table(figures["sources"]),
        confusions=confusions_table(figures["sources"]),
        sizes=conditions_table("ink, px", figures["by size"]),
        rotations=conditions_table("turned, degrees", figures["by rotation"]),
        pens=conditions_table("pen, px", figures["by pen"]),
        refused=conditions_table("kind", figures["non-digits refused"]),
    )
    path.write_text(text, encoding="utf-8")


def bullets(counts: dict[str, int]) -> str:
    """List counts."""
    return "\n".join(f"- {count:,} {name}" for name, count in counts.items())


def percent(figure: dict[str, Any]) -> str:
    """Write a share with its interval."""
    low, high = figure["interval"]
    return f"{100 * figure['share']:.1f} ({100 * low:.1f} to {100 * high:.1f})"


def table(header: list[str], rows: list[list[str]]) -> str:
    """Write a Markdown table.

    Examples
    --------
    >>> print(table(["a", "b"], [["1", "2"]]))
    | a | b |
    | --- | --- |
    | 1 | 2 |
    """
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def comparison_table(comparison: dict[str, dict[str, Any]]) -> str:
    """Tabulate approaches by source."""
    names = list(next(iter(comparison.values())))
    return table(
        ["approach", *(f"{name} ({_of(comparison, name)})" for name in names)],
        [
            [approach, *(percent(shares[name]) for name in names)]
            for approach, shares in comparison.items()
        ],
    )


def _of(comparison: dict[str, dict[str, Any]], name: str) -> str:
    return f"{next(iter(comparison.values()))[name]['of']:,}"


def sources_table(sources: dict[str, Any]) -> str:
    """Tabulate confidence and refusal by source."""
    return table(
        ["source", "refused", "answered", "right of those", "calibration error"],
        [
            [
                name,
                percent(figures["refused"]),
                percent(figures["answered with confidence"]),
                percent(figures["right of those"]),
                f"{figures['expected calibration error']:.4f}",
            ]
            for name, figures in sources.items()
        ],
    )


def digits_table(sources: dict[str, Any]) -> str:
    """Tabulate right readings by digit and source."""
    return table(
        ["digit", *sources],
        [
            [
                str(digit),
                *(
                    percent(figures["by digit"][str(digit)])
                    for figures in sources.values()
                ),
            ]
            for digit in range(10)
        ],
    )


def confusions_table(sources: dict[str, Any]) -> str:
    """Tabulate the most frequent confusions by source."""
    return table(
        ["source", "most often confused"],
        [
            [name, ", ".join(f"{pair} ({n})" for pair, n in counts.items()) or "none"]
            for name, figures in sources.items()
            for counts in [figures["confusions"]]
        ],
    )


def conditions_table(title: str, shares: dict[str, Any]) -> str:
    """Tabulate shares by some condition."""
    return table(
        [title, *shares], [["%", *(percent(share) for share in shares.values())]]
    )
