// axe finds nothing to complain of, in any state: light, dark, or in colours forced by the system.

import assert from "node:assert/strict";
import axe from "axe-core";
import { DOUBTFUL, RUNTIME, SCRIBBLE, Visit, inBrowsers, sample } from "./harness.mjs";

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

/** Draw until the recogniser is in doubt; whether it was. */
async function drawDoubtful(visit) {
  for (const drawing of DOUBTFUL) {
    await visit.clear();
    await visit.draw(drawing);
    if ((await visit.answer()).kind === "unsure") return true;
  }
  return false;
}

inBrowsers(["chromium"], (test) => {
  for (const theme of ["light", "dark", "forced"]) {
    test(`${theme}: loading, then ready, then each kind of answer`, async ({ site, browser }) => {
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

    test(`${theme}: a whole number, the explanation, offline, and a new version`, async ({ site, browser }) => {
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

    test(`${theme}: failed`, async ({ site, browser }) => {
      site.alter(RUNTIME, () => null);
      const visit = await Visit.open(browser, site.url, { theme });
      await visit.state("error");
      await inspect(visit);
      site.restore();
      await visit.close();
    });
  }
});
