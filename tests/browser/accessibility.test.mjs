// axe finds nothing to complain of, in any state, light or dark.

import assert from "node:assert/strict";
import axe from "axe-core";
import { after, before, describe, test } from "node:test";
import { DIST, RUNTIME, Site, Visit, launch, sample } from "./harness.mjs";

const SCRIBBLE = {
  strokes: [[[5, 60], [20, 10], [30, 80], [45, 15], [52, 85], [66, 12], [72, 88], [88, 20], [95, 70]]],
};

// Between a 3 and an 8, and between a 4 and a 9.
const DOUBTFUL = [
  [[[30, 22], [40, 5], [62, 8], [70, 24], [60, 40], [42, 47], [62, 51], [76, 66], [70, 86], [48, 96], [26, 84], [28, 66], [42, 50]]],
  [[[44, 6], [30, 22], [26, 42], [46, 48], [66, 40]], [[66, 6], [67, 50], [66, 97]]],
  [[[56, 4], [38, 14], [24, 36], [26, 46], [48, 48], [68, 44]], [[66, 4], [67, 50], [66, 97]]],
].map((strokes) => ({ strokes }));

for (const theme of ["light", "dark"]) {
  describe(theme, () => {
    let site, browser;

    before(async () => {
      site = await Site.serve(DIST);
      browser = await launch("chromium");
    });

    after(async () => {
      await browser.close();
      await site.stop();
    });

    async function inspect(visit) {
      await visit.page.evaluate(axe.source);
      const found = await visit.page.evaluate(async () => {
        // Colours in the middle of a fade are nobody's: let them arrive.
        await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
        const { violations } = await window.axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      });
      assert.deepEqual(found, []);
    }

    test("loading, then ready, then each kind of answer", async () => {
      const release = site.hold(RUNTIME);
      const visit = await Visit.open(browser, site.url, { theme });
      await inspect(visit);
      await visit.draw(sample(3));
      await inspect(visit);
      release();
      site.restore();
      await visit.state("ready");
      assert.equal((await visit.answer()).kind, "answer");
      await inspect(visit);
      await visit.page.$$eval("details", (all) => all.forEach((one) => (one.open = true)));
      await inspect(visit);
      await visit.clear();
      await inspect(visit);
      await visit.draw(SCRIBBLE);
      assert.equal((await visit.answer()).kind, "not-a-digit");
      await inspect(visit);
      assert.ok(await drawDoubtful(visit), "the recogniser was sure of all");
      await inspect(visit);
      visit.assertClean();
      await visit.close();
    });

    test("a whole number, the explanation, offline, and a new version", async () => {
      const visit = await Visit.open(browser, site.url, { theme });
      await visit.state("ready");
      await visit.draw(sample(2), { x: 0.08, y: 0.3, size: 0.35 });
      await visit.draw(sample(7), { x: 0.55, y: 0.3, size: 0.35 });
      await visit.answer();
      assert.ok(await visit.page.$eval("#boxes", (boxes) => boxes.checkVisibility()));
      await inspect(visit);
      await visit.page.click("#how");
      await inspect(visit);
      await visit.page.keyboard.press("Escape");
      await visit.page.setOfflineMode(true);
      await visit.until(() => !navigator.onLine);
      await inspect(visit);
      await visit.page.setOfflineMode(false);
      await visit.page.evaluate(() => {
        window.digitpad.update = { apply() {} };
        window.dispatchEvent(new CustomEvent("digitpad:update"));
      });
      await visit.until(() => document.querySelector("#reload").checkVisibility());
      await inspect(visit);
      await visit.close();
    });

    test("failed", async () => {
      site.alter(RUNTIME, () => null);
      const visit = await Visit.open(browser, site.url, { theme });
      await visit.state("error");
      await inspect(visit);
      site.restore();
      await visit.close();
    });
  });
}

/** Draw until the recogniser is in doubt; whether it was. */
async function drawDoubtful(visit) {
  for (const drawing of DOUBTFUL) {
    await visit.clear();
    await visit.draw(drawing);
    if ((await visit.answer()).kind === "unsure") return true;
  }
  return false;
}
