"""pyscript.toml is the one list of files."""

from pathlib import Path

import pytest

from sitebuild.config import read_config
from sitebuild.errors import BuildError


def test_each_side_has_its_files(project: Path) -> None:
    config = read_config(project)
    assert config.page_files == ["page/app.py"]
    assert config.worker_files == ["digitcore/core.py"]
    assert config.packages == ["numpy"]


def test_a_pattern_without_a_file_stops_the_build(project: Path) -> None:
    (project / "pyscript.toml").write_text('files = ["page/gone.py"]\n')
    with pytest.raises(BuildError, match=r"no file matches 'page/gone\.py'"):
        read_config(project)


def test_a_file_is_listed_once(project: Path) -> None:
    (project / "pyscript.toml").write_text('files = ["page/app.py", "page/*.py"]\n')
    assert read_config(project).page_files == ["page/app.py"]
