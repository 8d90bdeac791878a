// axe finds nothing to complain of, in any state, light or dark.

import assert from "node:assert/strict";
import axe from "axe-core";
import { after, before, describe, test } from "node:test";
import { DIST, RUNTIME, Site, Visit, launch, sample } from "./harness.mjs";

const SCRIBBLE = {
  strokes: [[[5, 60], [20, 10], [30, 80], [45, 15], [52, 85], [66, 12], [72, 88], [88, 20], [95, 70]]],
};

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
      visit.assertClean();
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
