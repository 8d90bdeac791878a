"""Pinned files: from whichever source, but only with the pinned content."""

from collections.abc import Iterator
from http.client import IncompleteRead
from pathlib import Path

import pytest
from miniature import pin_of

from sitebuild import sources
from sitebuild.errors import BuildError, SourceUnavailableError
from sitebuild.fetch import cache_folder, fetch
from sitebuild.pins import Pin, read_pins
from sitebuild.sources import Report, cdn_url, from_cdn, from_folder

ONE, TWO = pin_of("one.js", b"one"), pin_of("two.js", b"two")


def silent(line: str) -> None:
    """Report nothing."""


class Shelf:
    """A source that has some contents and counts how often it is asked."""

    def __init__(self, contents: dict[str, bytes]):
        self.contents = contents
        self.asked: list[list[str]] = []

    def __call__(self, pins: list[Pin], report: Report) -> Iterator[tuple[Pin, bytes]]:
        """Yield what is there."""
        self.asked.append([pin.path for pin in pins])
        for pin in pins:
            if pin.path not in self.contents:
                raise SourceUnavailableError(f"no {pin.path}")
            yield pin, self.contents[pin.path]


def test_files_come_into_the_cache(tmp_path: Path) -> None:
    files = fetch([ONE], [Shelf({"one.js": b"one"})], tmp_path, silent)
    assert files == {"demo/one.js": tmp_path / "demo@1.0" / "one.js"}
    assert files["demo/one.js"].read_bytes() == b"one"


def test_what_is_cached_is_not_asked_for_again(tmp_path: Path) -> None:
    shelf = Shelf({"one.js": b"one"})
    for _ in range(2):
        fetch([ONE], [shelf], tmp_path, silent)
    assert shelf.asked == [["one.js"]]


def test_a_wrong_digest_stops_the_build_and_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"one\.js .* not the file that was pinned"):
        fetch([ONE], [Shelf({"one.js": b"bad"})], tmp_path, silent)
    assert not list(tmp_path.rglob("*.js"))


def test_a_later_source_is_asked_only_for_what_is_missing(tmp_path: Path) -> None:
    first = Shelf({"one.js": b"one"})
    second = Shelf({"two.js": b"two"})
    lines: list[str] = []
    fetch([ONE, TWO], [first, second], tmp_path, lines.append)
    assert second.asked == [["two.js"]]
    assert "  no two.js" in lines


def test_what_no_source_has_is_named(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"no source has: two\.js\n.*--source DIR"):
        fetch([ONE, TWO], [Shelf({"one.js": b"one"})], tmp_path, silent)


def test_a_damaged_cache_is_mended(tmp_path: Path) -> None:
    shelf = Shelf({"one.js": b"one"})
    file = fetch([ONE], [shelf], tmp_path, silent)["demo/one.js"]
    file.write_bytes(b"damaged")
    fetch([ONE], [shelf], tmp_path, silent)
    assert file.read_bytes() == b"one"


def test_a_folder_is_searched_by_name_and_by_whole_path(tmp_path: Path) -> None:
    a, b = pin_of("LICENSE", b"of a", "a"), pin_of("LICENSE", b"of b", "b")
    for pin, data in ((a, b"of a"), (b, b"of b")):
        (tmp_path / pin.relative_path).parent.mkdir(parents=True)
        (tmp_path / pin.relative_path).write_bytes(data)
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "one.js").write_bytes(b"one")
    found = dict(from_folder(tmp_path)([a, b, ONE], silent))
    assert found == {a: b"of a", b: b"of b", ONE: b"one"}


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="does not exist"):
        from_folder(tmp_path / "nowhere")


@pytest.mark.parametrize("error", [TimeoutError("late"), IncompleteRead(b"half")])
def test_a_cdn_out_of_reach_is_no_end(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(sources.urllib.request, "urlopen", refuse)
    with pytest.raises(SourceUnavailableError, match="cannot be used"):
        list(from_cdn([ONE], silent))


def test_addresses_on_the_cdn() -> None:
    by_name = {pin.name: cdn_url(pin) for pin in read_pins()}
    base = "https://cdn.jsdelivr.net"
    assert by_name["pyodide.mjs"] == f"{base}/npm/pyodide@314.0.3/pyodide.mjs"
    assert by_name["core.js"] == f"{base}/npm/@pyscript/core@0.7.31/dist/core.js"
    wheel = "threadpoolctl-3.6.0-py3-none-any.whl"
    assert by_name[wheel] == f"{base}/pyodide/v314.0.3/full/{wheel}"


def test_every_pin_is_a_whole_digest() -> None:
    pins = read_pins()
    assert len({pin.relative_path for pin in pins}) == len(pins) == 18
    assert all(len(bytes.fromhex(pin.sha256)) == 32 for pin in pins)


def test_the_cache_is_where_the_user_wants_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "digitpad"
