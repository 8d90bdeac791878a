// After one visit the page needs no network; a new version comes whole or not at all.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { BROWSERS, DIST, Site, Visit, launch, sample } from "./harness.mjs";

let newer;

before(async () => {
  newer = await mkdtemp(join(tmpdir(), "digitpad-newer-"));
  await writeNewerVersion(newer);
});

after(() => rm(newer, { recursive: true }));

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
      site.alter(/style\.css$/, halved);
      await first.page.reload({ waitUntil: "domcontentloaded" });
      await first.state("ready");
      await first.until(async () => {
        const { active, installing } = await navigator.serviceWorker.getRegistration();
        return active && !installing;
      });
      assert.equal(await first.page.evaluate(() => window.digitpad.update), null);
      await first.page.close();
      await site.stop();
      const visit = await Visit.open(browser, site.url, { context: first.context, offline: true });
      await visit.state("ready");
      await visit.draw(sample(1));
      assert.equal((await visit.answer()).digit, 1);
      await visit.close();
      await site.start();
    });

    test("a half first download leaves nothing behind, and the next visit mends it", async () => {
      site.alter(/icon-\d+\.png$/, halved);
      const first = await Visit.open(browser, site.url);
      await first.state("ready");
      await first.until(() => navigator.serviceWorker.getRegistration().then((found) => !found));
      assert.deepEqual(await first.page.evaluate(() => caches.keys()), []);
      site.restore();
      await first.page.reload({ waitUntil: "domcontentloaded" });
      await first.state("ready");
      await first.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
      await first.close();
    });
  });
}

const halved = (body) => body.subarray(0, body.length >> 1);

/** The site again, with another title and style, and a service worker that knows. */
async function writeNewerVersion(folder) {
  await cp(DIST, folder, { recursive: true });
  const change = async (name, edit) => {
    const old = await readFile(join(folder, name), "utf8");
    const edited = edit(old);
    assert.notEqual(edited, old);
    await writeFile(join(folder, name), edited);
    return createHash("sha256").update(edited).digest("hex");
  };
  const page = await change("index.html", (text) => text.replace("<title>Digitpad", "$&, newer"));
  const style = await change("web/style.css", (text) => `${text}/* newer */\n`);
  await change("service-worker.js", (text) =>
    text
      .replace(/(?<=const VERSION = ")\w+/, "newer")
      .replace(/(?<="index\.html": ")\w+/, page)
      .replace(/(?<="web\/style\.css": ")\w+/, style),
  );
}
