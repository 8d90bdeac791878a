"""The source page turns into the page that runs, or the build stops."""

import json
import re
from pathlib import Path

import pytest
from miniature import PAGE

from sitebuild.config import read_config
from sitebuild.errors import BuildError
from sitebuild.packs import SlimRuntime
from sitebuild.page import build_page, script_config
from sitebuild.served import write_served
from sitebuild.stock import write_stock


def test_the_notice_goes_and_the_runtime_comes() -> None:
    page = build_page(PAGE, "<b>runtime</b>")
    assert "run build_site.py" not in page
    assert "<b>runtime</b>" in page


@pytest.mark.parametrize("mark", ["<!-- build: runtime -->", "<!-- source only -->"])
def test_a_missing_mark_stops_the_build(mark: str) -> None:
    with pytest.raises(BuildError, match=r"expected 1 x .*, found 0"):
        build_page(PAGE.replace(mark, ""), "")


def test_a_mark_that_is_there_twice_stops_the_build() -> None:
    mark = "<!-- build: runtime -->"
    with pytest.raises(BuildError, match=r"expected 1 x .*, found 2"):
        build_page(PAGE.replace(mark, mark * 2), "")


def test_settings_cannot_break_out_of_their_element() -> None:
    element = script_config("mpy", {"files": {"</mpy-config><script>": ""}})
    assert "<script>" not in element


def test_the_stock_site_names_its_interpreters(project: Path, tmp_path: Path) -> None:
    wheel = tmp_path / "numpy.whl"
    wheel.write_bytes(b"wheel")
    output = tmp_path / "site"
    write_stock(project, output, read_config(project), {"wheels/numpy.whl": wheel})
    page = (output / "index.html").read_text()
    assert '"interpreter": "./runtime/pyodide/pyodide.mjs"' in page.replace(
        '":"', '": "'
    )
    assert (output / "runtime/pyodide/numpy.whl").read_bytes() == b"wheel"
    assert (output / "digitcore/core.py").exists()
    assert not (output / "web/messages").exists()


def test_the_served_site_is_whole(
    project: Path, tmp_path: Path, slim_runtime: SlimRuntime
) -> None:
    output = tmp_path / "site"
    write_served(project, output, read_config(project), slim_runtime, b"x" * 14_400_000)
    page = (output / "index.html").read_text()
    assert 'id="take" data-megabytes="14"' in page
    assert "default-src 'self'" in page
    text = page.split('id="digitpad-manifest">')[1].split("</script>")[0]
    manifest = json.loads(text)
    assert manifest["kind"] == "slim"
    for pack, entry in zip(slim_runtime.packs, manifest["packs"], strict=True):
        assert (output / entry["file"]).read_bytes() == pack.data
        assert entry["size"] == len(pack.data)
        assert entry.get("unpacked") == pack.unpacked
    worker = (output / manifest["worker"].split("?")[0]).read_text()
    names = ["use strict", "progress", "mailbox", "packs", "python"]
    assert re.findall(r"use strict|(?<=self\.)\w+", worker) == names
    # A new page never meets an old script that a browser has kept.
    for name in ("web/boot.js", "web/style.css", "main.py", "worker.py"):
        assert re.search(rf'="{name}\?v=[0-9a-f]{{12}}"', page)
    # boot.js finds the manifest, and runs before PyScript.
    assert page.index("digitpad-manifest") < page.index("boot.js")
    assert page.index("boot.js") < page.index("runtime/pyscript-")


def test_the_service_worker_knows_every_file(
    project: Path, tmp_path: Path, slim_runtime: SlimRuntime
) -> None:
    output = tmp_path / "site"
    write_served(project, output, read_config(project), slim_runtime, b"single")
    text = (output / "service-worker.js").read_text()
    listed = json.loads(text.split("const F = ")[1].rstrip(";\n"))
    there = {
        file.relative_to(output).as_posix()
        for file in output.rglob("*")
        if file.is_file()
    }
    assert set(listed) == there - {"digitpad.html", "service-worker.js"}


def test_another_content_is_another_version(
    project: Path, tmp_path: Path, slim_runtime: SlimRuntime
) -> None:
    versions = []
    for text in ("print(1)\n", "print(1)\n", "print(2)\n"):
        (project / "main.py").write_text(text)
        output = tmp_path / f"site{len(versions)}"
        write_served(project, output, read_config(project), slim_runtime, b"single")
        versions.append((output / "service-worker.js").read_text())
    assert versions[0] == versions[1] != versions[2]
