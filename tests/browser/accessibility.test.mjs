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

  test("in forced colours, what is drawn, read and pressed is told apart by the system's own", async ({ site, browser }) => {
    const visit = await Visit.open(browser, site.url, { theme: "forced" });
    const { page } = visit;
    await visit.state("ready");
    await visit.draw(sample(3));
    await visit.answer();
    await page.click("#why summary");
    await visit.until(() => document.querySelectorAll("#near li").length > 0);
    await page.hover("#undo");
    const seen = await page.evaluate(async () => {
      await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
      const probe = document.createElement("i");
      document.body.append(probe);
      const names = ["Canvas", "CanvasText", "LinkText", "GrayText"];
      const system = new Map(names.map((name) => [((probe.style.color = name), getComputedStyle(probe).color), name]));
      const style = (selector, property) => {
        const colour = getComputedStyle(document.querySelector(selector))[property];
        return system.get(colour) ?? colour;
      };
      const pad = document.querySelector("#pad");
      const copy = new OffscreenCanvas(pad.width, pad.height).getContext("2d");
      copy.drawImage(pad, 0, 0);
      const { data } = copy.getImageData(0, 0, pad.width, pad.height);
      const inked = data.findIndex((value, i) => i % 4 === 3 && value === 255) - 3;
      const ink = `rgb(${data.slice(inked, inked + 3).join(", ")})`;
      return {
        ink: system.get(ink) ?? ink,
        padEdge: style(".pad", "borderTopColor"),
        numeral: style("#glyphs svg", "stroke"),
        bar: style("#votes .win .bar i", "backgroundColor"),
        otherBar: style("#votes li:not(.win) .bar i", "backgroundColor"),
        hovered: style("#undo", "outlineColor"),
        disabled: style("#redo", "color"),
        neighbour: style("#near .thumb", "backgroundColor"),
        edgeOfSwitch: style("#live", "borderTopColor"),
        button: style("#guess", "backgroundColor"),
        buttonText: style("#guess", "color"),
      };
    });
    assert.deepEqual(seen, {
      ink: "CanvasText",
      padEdge: "CanvasText",
      numeral: "LinkText",
      bar: "LinkText",
      otherBar: "CanvasText",
      hovered: "CanvasText",
      disabled: "GrayText",
      neighbour: "Canvas",
      edgeOfSwitch: "CanvasText",
      button: "CanvasText",
      buttonText: "Canvas",
    });
    await visit.close();
  });
});
