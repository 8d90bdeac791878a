// Compresses files by the official Pyodide's own zstd, which any machine that builds has.
// node zstd.mjs PYODIDE FILE…, writes FILE.zst

import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import "./errors.mjs";

const [folder, ...files] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(path.join(folder, "pyodide.mjs")));
const pyodide = await loadPyodide({ indexURL: folder });
for (const file of files) {
  pyodide.FS.writeFile("/plain", fs.readFileSync(file));
  pyodide.runPython(`
from compression import zstd
from pathlib import Path

key = zstd.CompressionParameter
# As small as can be, all in one window; with a checksum.
options = {key.compression_level: 22, key.window_log: 25, key.checksum_flag: 1}
Path("/packed").write_bytes(zstd.compress(Path("/plain").read_bytes(), options=options))
`);
  fs.writeFileSync(`${file}.zst`, pyodide.FS.readFile("/packed"));
}
