// Nothing on the page jumps; how fast it shows and responds is for the benchmark.

import assert from "node:assert/strict";
import { Visit, inBrowsers, sample } from "./harness.mjs";
import { vitals } from "./vitals.mjs";

const SIZES = {
  phone: { width: 320, height: 640 },
  "phone on its side": { width: 844, height: 390 },
  desktop: { width: 1280, height: 860 },
};

inBrowsers(["chromium"], (test) => {
  for (const [name, size] of Object.entries(SIZES)) {
    test(`${name}: from the first paint to the last answer, nothing moves`, async ({ site, browser }) => {
      const visit = await Visit.open(browser, site.url, { ...size, before: vitals });
      await visit.draw(sample(3));
      await visit.state("ready");
      await visit.answer();
      for (const digit of [8, 5]) {
        await visit.clear();
        await visit.draw(sample(digit));
        await visit.answer();
      }
      const { shift, moved } = await visit.page.evaluate(() => window.vitals);
      assert.ok(shift <= 0.02, `it moves:\n${moved.join("\n")}`);
      await visit.close();
    });
  }
});
