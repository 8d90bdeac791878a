// After one visit the page needs no network; a new version comes whole or not at all.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { BROWSERS, DIST, RUNTIME, Site, Visit, launch, sample } from "./harness.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

let scratch, newer;

before(async () => {
  scratch = await mkdtemp(join(tmpdir(), "digitpad-newer-"));
  newer = await buildNewerVersion(scratch);
});

after(() => rm(scratch, { recursive: true }));

for (const name of BROWSERS) {
  describe(name, () => {
    let site, browser;

    before(async () => (browser = await launch(name)));
    beforeEach(async () => (site = await Site.serve(DIST)));
    afterEach(() => site.stop());
    after(() => browser.close());

    /** Visit the page until its service worker has everything. */
    async function firstVisit() {
      const visit = await Visit.open(browser, site.url);
      await visit.state("ready");
      await visit.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
      return visit;
    }

    test("with the server dead and the network gone it loads and reads", async () => {
      const first = await firstVisit();
      first.assertClean();
      await first.page.close();
      await site.stop();
      const visit = await Visit.open(browser, site.url, { context: first.context, offline: true });
      await visit.state("ready");
      for (const digit of [2, 8]) {
        await visit.clear();
        await visit.draw(sample(digit));
        assert.equal((await visit.answer()).digit, digit);
      }
      visit.assertClean();
      await visit.close();
      await site.start();
    });

    test("a new version is offered, and taking it keeps the drawing", async () => {
      const visit = await firstVisit();
      await visit.draw(sample(9));
      await visit.answer();
      site.directory = newer;
      await visit.page.reload({ waitUntil: "domcontentloaded" });
      await visit.until(() => window.digitpad.update);
      assert.equal(await visit.page.title(), "Digitpad", "the old version runs until told otherwise");
      await visit.page.click("#reload");
      await visit.until(() => document.title === "Digitpad, newer");
      await visit.state("ready");
      assert.equal((await visit.answer()).digit, 9);
      visit.assertClean();
      await visit.close();
    });

    test("a half download of a new version leaves the old one whole", async () => {
      const first = await firstVisit();
      site.directory = newer;
      site.alter(RUNTIME, (body) => body.subarray(0, body.length >> 1));
      await first.page.reload({ waitUntil: "domcontentloaded" });
      await first.state("ready");
      await first.page.close();
      await site.stop();
      const visit = await Visit.open(browser, site.url, { context: first.context, offline: true });
      await visit.state("ready");
      await visit.draw(sample(1));
      assert.equal((await visit.answer()).digit, 1);
      await visit.close();
      await site.start();
    });
  });
}

/** A copy of the project with another title, built. */
async function buildNewerVersion(folder) {
  const apart = /^(\.git|\.venv|dist|node_modules|tests)$/;
  await cp(ROOT, folder, {
    recursive: true,
    filter: (path) => !apart.test(path.slice(ROOT.length)),
  });
  const page = await readFile(join(folder, "index.html"), "utf8");
  await writeFile(join(folder, "index.html"), page.replace("<title>Digitpad<", "<title>Digitpad, newer<"));
  await promisify(execFile)("python3", [join(folder, "build_site.py")]);
  return join(folder, "dist");
}
