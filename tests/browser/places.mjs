// Where what is tested lies.

import { fileURLToPath } from "node:url";

/** The folder that `build_site.py` writes. */
export const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

/** `digitpad.html`, opened by double click. */
export const SINGLE_FILE = new URL("../../dist/digitpad.html", import.meta.url).href;

/** The page as it lies in the project, not built. */
export const SOURCE = new URL("../../index.html", import.meta.url).href;

/** The files of `dist/` that hold Python and its packages. */
export const RUNTIME = /\/runtime\/(wasm|python|stdlib|packages)-\w+\.pack$/;
