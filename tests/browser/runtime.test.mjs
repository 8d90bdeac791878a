// The slim runtime is the official one, only faster; and both read as Python does natively.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { BROWSERS, DIST, Site, Visit, launch } from "./harness.mjs";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const COMPARE = new URL("compare.py", import.meta.url);

let stock, native;

before(async () => {
  stock = await mkdtemp(join(tmpdir(), "digitpad-stock-"));
  await run("python3", ["build_site.py", "--runtime", "stock", "--output", stock], { cwd: ROOT });
  const python = join(ROOT, ".venv/bin/python");
  const options = { cwd: ROOT, env: { ...process.env, PYTHONPATH: ROOT } };
  native = JSON.parse((await run(python, [fileURLToPath(COMPARE)], options)).stdout);
});

after(() => rm(stock, { recursive: true }));

/** What the model says in that build's own Pyodide, in that browser. */
async function inBrowser(browser, folder) {
  const site = await Site.serve(folder);
  try {
    const program = await readFile(COMPARE);
    site.alter(/\/worker\.py$/, () => program);
    const visit = await Visit.open(browser, site.url);
    const line = await visit.says(/^\{"read"/);
    await visit.close();
    return JSON.parse(line);
  } finally {
    await site.stop();
  }
}

for (const name of BROWSERS) {
  describe(name, () => {
    let browser, slim;

    before(async () => {
      browser = await launch(name);
      slim = await inBrowser(browser, DIST);
    });

    after(() => browser.close());

    test("the page reads exactly what Python reads natively", () => {
      for (const words of ["read", "kinds", "predicted"]) assert.equal(slim[words], native[words]);
    });

    test("slim and stock agree on every number of 3,000 inputs", async () => {
      assert.deepEqual(slim, await inBrowser(browser, stock));
    });
  });
}
