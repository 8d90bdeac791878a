// Nothing on the page jumps; how fast it shows and responds is printed, never judged.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DIST, Site, Visit, launch, sample } from "./harness.mjs";

const SIZES = {
  phone: { width: 320, height: 640 },
  desktop: { width: 1280, height: 860 },
};

/** Runs in the page: note the paints, the shifts, and how long input waits. */
function observe() {
  const figures = { paint: 0, shift: 0, input: 0, moved: [] };
  window.figures = figures;
  const watch = (type, note, options) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
      ...options,
    });
  watch("largest-contentful-paint", ({ startTime }) => (figures.paint = startTime));
  watch("layout-shift", ({ value, sources, hadRecentInput }) => {
    if (hadRecentInput) return; // as the metric is defined: what one asked for may move
    figures.shift += value;
    const name = ({ node }) => `${node?.nodeName.toLowerCase()}#${node?.id}.${node?.className}`;
    figures.moved.push(`${value.toFixed(4)}: ${sources.map(name).join(", ")}`);
  });
  const input = ({ interactionId, duration }) => {
    if (interactionId) figures.input = Math.max(figures.input, duration);
  };
  watch("event", input, { durationThreshold: 16 });
}

for (const [name, size] of Object.entries(SIZES)) {
  describe(name, () => {
    let site, browser;

    before(async () => {
      site = await Site.serve(DIST);
      browser = await launch("chromium");
    });

    after(async () => {
      await browser.close();
      await site.stop();
    });

    test("from the first paint to the last answer, nothing moves", async (t) => {
      const visit = await Visit.open(browser, site.url, { ...size, before: observe });
      await visit.draw(sample(3));
      await visit.state("ready");
      await visit.answer();
      const loading = await visit.page.evaluate(() => ({ ...window.figures }));
      for (const digit of [8, 5]) {
        await visit.clear();
        await visit.draw(sample(digit));
        await visit.answer();
      }
      const { shift, moved } = await visit.page.evaluate(() => window.figures);
      t.diagnostic(
        `largest contentful paint ${Math.round(loading.paint)} ms, layout shift ${shift.toFixed(4)}, ` +
          `slowest input while loading ${Math.round(loading.input)} ms`,
      );
      assert.ok(shift <= 0.02, `it moves:\n${moved.join("\n")}`);
      await visit.close();
    });
  });
}
