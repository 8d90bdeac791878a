"""Whatever a site carries, its licence comes along."""

import zipfile
from pathlib import Path

from sitebuild.licences import collect_licences, wheel_licences


def test_a_wheels_licences_are_found_once_each(tmp_path: Path) -> None:
    wheel = tmp_path / "demo-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("demo-1.0.dist-info/licenses/LICENSE.txt", "Do as you like.")
        archive.writestr("demo/part/COPYING", "But not this.")
        archive.writestr("demo/copy/LICENSE", "Do as you like.")
        archive.writestr("demo/license.py", "code")
    sections = "".join(wheel_licences(wheel))
    assert sections.count("Do as you like.") == 1
    assert "But not this." in sections
    assert "code" not in sections


def test_programs_without_a_licence_file_have_theirs_too(
    project: Path, tmp_path: Path
) -> None:
    (project / "LICENSE").write_text("MIT")
    core = tmp_path / "LICENSE"
    core.write_text("Apache")
    text = collect_licences(project, {"@pyscript/core/LICENSE": core})
    for name in ("Mozilla Public License", "PYTHON SOFTWARE FOUNDATION", "Damien"):
        assert name in text
    assert "The OpenBLAS Project" in text
