// One file, opened by double click, with no network at all.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { BROWSERS, DIST, SINGLE_FILE, SOURCE, Site, Visit, launch, sample } from "./harness.mjs";

for (const name of BROWSERS) {
  describe(name, () => {
    let browser, visit;

    before(async () => {
      browser = await launch(name);
      visit = await Visit.open(browser, SINGLE_FILE);
    });

    after(() => browser.close());

    test("what is drawn while Python loads is answered", async () => {
      await visit.draw(sample(5));
      await visit.state("ready");
      assert.equal((await visit.answer()).digit, 5);
    });

    test("each class is read", async () => {
      for (const digit of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
        await visit.clear();
        await visit.draw(sample(digit));
        assert.equal((await visit.answer()).digit, digit);
      }
    });

    test("nothing was complained of, nothing asked for but the file", () => {
      visit.assertClean();
    });

    test("half a file says that it is not whole", async () => {
      const folder = await mkdtemp(join(tmpdir(), "digitpad-half-"));
      const whole = await readFile(new URL(SINGLE_FILE));
      await writeFile(join(folder, "half.html"), whole.subarray(0, whole.length >> 1));
      const half = await Visit.open(browser, pathToFileURL(join(folder, "half.html")).href);
      await half.state("error");
      // Said plainly first, then by the page: between the two there is a moment.
      await half.until(() => document.body.innerText.includes("not arrived whole"));
      await half.close();
      await rm(folder, { recursive: true });
    });

    test("the source page, opened without a build, says what to run", async () => {
      const source = await Visit.open(browser, SOURCE);
      assert.match(await source.page.evaluate(() => document.body.innerText), /python3 build_site\.py/);
      assert.deepEqual(source.complaints, []);
      await source.close();
    });
  });
}

test("the served page offers the file", async () => {
  const site = await Site.serve(DIST);
  const browser = await launch("chromium");
  try {
    const visit = await Visit.open(browser, site.url);
    await visit.state("ready");
    const address = await visit.page.$eval("a#take", (link) => link.checkVisibility() && link.href);
    const offered = Buffer.from(await (await fetch(address)).arrayBuffer());
    assert.ok(offered.equals(await readFile(new URL(SINGLE_FILE))));
  } finally {
    await browser.close();
    await site.stop();
  }
});

test("it is small enough to hand around", async () => {
  const { size } = await stat(new URL(SINGLE_FILE));
  assert.ok(size <= 12e6, `${size} bytes`);
});
