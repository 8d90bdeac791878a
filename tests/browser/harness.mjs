// What the browser tests stand on.
//
//   const site = await Site.serve(DIST);          // a static host, under a sub-path
//   const browser = await launch("chromium");     // or "firefox"
//   const visit = await Visit.open(browser, site.url);
//   await visit.state("ready");
//   await visit.draw(sample(3), { pointer: "touch" });
//   assert.equal((await visit.answer()).digit, 3);
//   visit.assertClean();

import { fileURLToPath } from "node:url";

export { BROWSERS, launch } from "./browsers.mjs";
export { sample, samples } from "./drawing.mjs";
export { Site } from "./server.mjs";
export { Visit } from "./visit.mjs";

/** The folder that `build_site.py` writes. */
export const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

/** `digitpad.html`, opened by double click. */
export const SINGLE_FILE = new URL("../../dist/digitpad.html", import.meta.url).href;

/** The page as it lies in the project, not built. */
export const SOURCE = new URL("../../index.html", import.meta.url).href;

/** The files of `dist/` that hold Python and its packages. */
export const RUNTIME = /\/runtime\/(wasm|python|packages)-\w+\.pack$/;
