"""One file that needs nothing else."""

import re
from pathlib import Path

import pytest

from sitebuild.config import read_config
from sitebuild.errors import BuildError
from sitebuild.packs import SlimRuntime
from sitebuild.sevenbit import encode
from sitebuild.singlefile import make_single_file


@pytest.fixture
def page(project: Path, slim_runtime: SlimRuntime) -> str:
    config = read_config(project)
    return make_single_file(project, config, slim_runtime, "MIT").decode()


def test_nothing_is_left_to_be_fetched(page: str) -> None:
    addresses = re.findall(r'(?:href|src)="([^"]*)"', page)
    assert addresses
    assert all(address.startswith("data:") for address in addresses)
    assert "default-src 'none'" in page
    assert 'url("data:image/svg+xml;base64,' in page


def test_what_serves_a_web_site_only_is_gone(page: str) -> None:
    for gone in ("og:image", "manifest.webmanifest", 'id="take"', "run build_site.py"):
        assert gone not in page


def test_the_page_comes_before_the_packs(page: str, slim_runtime: SlimRuntime) -> None:
    order = ["print('page')", "window.pad", "digitpad-core", slim_runtime.packs[0].file]
    places = [page.rindex(text) for text in order]
    assert places == sorted(places)
    for pack in slim_runtime.packs:
        assert f">{encode(pack.data).decode()}</script>" in page


def test_scripts_cannot_end_their_element(page: str) -> None:
    assert 'const tag = "<\\/script>";' in page


def test_python_that_would_end_its_element_stops_the_build(
    project: Path, slim_runtime: SlimRuntime
) -> None:
    (project / "main.py").write_text("print('</script>')\n")
    with pytest.raises(BuildError, match=r"main\.py cannot stand inside HTML"):
        make_single_file(project, read_config(project), slim_runtime, "MIT")


@pytest.mark.parametrize("size", [0, 1, 6, 7, 8, 1000])
def test_seven_bits_a_character_carry_every_byte(size: int) -> None:
    data = bytes((37 * i + i // 256) % 256 for i in range(size))
    text = encode(data).decode()
    assert not set("\x00\r<") & set(text)
    values = [{0x80: 0, 0x81: 13, 0x82: 60}.get(ord(c), ord(c)) for c in text]
    bits = "".join(f"{value:07b}" for value in values)
    decoded = bytes(int(bits[i : i + 8], 2) for i in range(0, 8 * size, 8))
    assert decoded == data
