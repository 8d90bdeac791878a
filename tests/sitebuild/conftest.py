"""A project as small as it can be, and a runtime to go with it."""

import gzip
from pathlib import Path

import pytest
from miniature import FILES

from sitebuild.packs import Pack, SlimRuntime


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one file of each kind."""
    root = tmp_path / "project"
    for name, text in FILES.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def slim_runtime() -> SlimRuntime:
    """A runtime of a few bytes."""
    packs = [Pack(name, gzip.compress(name.encode())) for name in ("wasm", "python")]
    packs.append(Pack("stdlib", b"by zstd", unpacked=20))
    return SlimRuntime(packs, "export {};", "export {};", b"\0asm", 7)
