"""From the sources to a whole site, in one go."""

from collections.abc import Callable
from pathlib import Path

from sitebuild.config import read_config
from sitebuild.fetch import cache_folder, fetch
from sitebuild.licences import collect_licences
from sitebuild.output import check_replaceable, replaced_folder
from sitebuild.packs import pack_runtime
from sitebuild.pins import read_pins
from sitebuild.served import write_served
from sitebuild.singlefile import make_single_file
from sitebuild.slim import make_slim
from sitebuild.sources import from_cdn, from_folder, from_package_managers
from sitebuild.stock import write_stock


def build_site(
    root: Path,
    output: Path,
    runtime: str,
    source: Path | None,
    report: Callable[[str], None],
) -> None:
    """Build the site of the project at `root` into `output`.

    Parameters
    ----------
    root : Path
        The project's folder.
    output : Path
        Where the site goes; replaced only when the new one is complete.
    runtime : {"slim", "stock"}
        Which form of the runtime to put in.
    source : Path or None
        Folder to take the pinned files from, instead of the network.
    report : callable
        Told in one line what is going on.

    Raises
    ------
    BuildError
        If the site cannot be built; the message says what to do.
    """
    check_replaceable(output)
    config = read_config(root)
    report("Runtime: checking the pinned files")
    sources = [from_folder(source)] if source else [from_cdn, from_package_managers]
    files = fetch(read_pins(), sources, cache_folder(), report)
    with replaced_folder(output) as folder:
        licences = collect_licences(root, files)
        (folder / "licences.txt").write_text(licences, encoding="utf-8")
        if runtime == "stock":
            write_stock(root, folder, config, files)
        else:
            report("Runtime: running everything once to see what is needed (a minute)")
            slim = pack_runtime(files, make_slim(root, config, files))
            single_file = make_single_file(root, config, slim, licences)
            write_served(root, folder, config, slim, single_file)
    report(f"Site: written to {output}")
