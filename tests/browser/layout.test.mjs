// In every state, at every size and in every language: no text is cut off, none lies over another.

import assert from "node:assert/strict";
import { DOUBTFUL, RUNTIME, SCRIBBLE, Visit, inBrowsers, sample } from "./harness.mjs";
import { PAINTER, give } from "./pictures.mjs";

const SIZES = [[320, 640], [390, 844], [844, 390], [1024, 768], [1280, 800], [1920, 1080]];
const LANGUAGES = ["en", "de", "fr"];

/** Runs in the page: what is wrong with the places of its texts. */
function faults() {
  const found = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth - clientWidth} px too wide`);
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const element = node.parentElement;
    const hidden = element.closest(".sr, .pad, option, script, dialog:not([open])");
    if (hidden || !node.textContent.trim() || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      // Lines may touch: what counts is the middle of them, where the letters are.
      texts.push({ text: node.textContent.trim(), left: box.left, right: box.right, top: box.top + 0.2 * box.height, bottom: box.bottom - 0.2 * box.height });
    }
  }
  const solids = [...document.querySelectorAll(".pad, .tools button, #glyphs svg, .thumb")].filter((each) => each.checkVisibility());
  const over = (a, b) => Math.min(Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
  for (const [i, a] of texts.entries()) {
    if (a.left < -0.5 || a.right > innerWidth + 0.5) found.push(`"${a.text}" is cut off`);
    for (const b of texts.slice(i + 1)) if (over(a, b) > 1) found.push(`"${a.text}" lies over "${b.text}"`);
    for (const solid of solids) {
      const own = solid.textContent.includes(a.text);
      if (!own && over(a, solid.getBoundingClientRect()) > 1) found.push(`"${a.text}" lies over ${solid.outerHTML.slice(0, 40)}`);
    }
  }
  return found;
}

/** Look at the page as it is, at all sizes and in all languages. */
async function look(visit, state) {
  const wrong = [];
  for (const language of LANGUAGES) {
    await visit.page.select("#language", language);
    for (const [width, height] of SIZES) {
      await visit.page.setViewport({ width, height });
      await visit.page.evaluate(() => Promise.allSettled(document.getAnimations().map((each) => each.finished)));
      const found = await visit.page.evaluate(faults);
      wrong.push(...found.map((fault) => `${state}, ${language}, ${width} × ${height}: ${fault}`));
    }
  }
  await visit.page.select("#language", "en");
  await visit.page.setViewport({ width: 1280, height: 860 });
  return wrong;
}

inBrowsers(["chromium"], (test) => {
  test("while Python loads", async ({ site, browser }) => {
    const release = site.hold(RUNTIME);
    const visit = await Visit.open(browser, site.url);
    await visit.draw(sample(3));
    await visit.until(() => document.querySelectorAll("#votes .sr:not(:empty)").length > 0);
    assert.deepEqual(await look(visit, "loading"), []);
    release();
    site.restore();
    await visit.close();
  });

  test("when something could not be fetched", async ({ site, browser }) => {
    site.alter(RUNTIME, () => null);
    const visit = await Visit.open(browser, site.url);
    await visit.state("error");
    assert.deepEqual(await look(visit, "error"), []);
    site.restore();
    await visit.close();
  });

  test("with every kind of answer, and its reasons", async ({ site, browser }) => {
    const visit = await Visit.open(browser, site.url, { before: PAINTER });
    await visit.state("ready");
    const { page } = visit;
    const wrong = await look(visit, "empty");
    for (const [state, drawings] of Object.entries({ answer: [sample(3)], refused: [SCRIBBLE], unsure: DOUBTFUL })) {
      for (const drawing of drawings) {
        await visit.clear();
        await visit.draw(drawing);
        await visit.answer();
        if ((await page.evaluate(() => document.documentElement.dataset.view)) === state) break;
      }
      assert.equal(await page.evaluate(() => document.documentElement.dataset.view), state);
      wrong.push(...(await look(visit, state)));
    }
    await page.$$eval("details", (all) => all.forEach((one) => (one.open = true)));
    wrong.push(...(await look(visit, "unsure, explained")));
    await visit.clear();
    for (const [i, digit] of [2, 7, 3, 5].entries()) await visit.draw(sample(digit), { x: 0.04 + 0.24 * i, y: 0.4, size: 0.2 });
    await visit.until(() => document.documentElement.dataset.view === "number");
    wrong.push(...(await look(visit, "number, explained")));
    await page.$$eval("details", (all) => all.forEach((one) => (one.open = false)));
    wrong.push(...(await look(visit, "number")));
    await give(page, "drop", "text/plain", { bytes: "no picture" });
    await visit.until(() => document.documentElement.dataset.view === "unread");
    wrong.push(...(await look(visit, "unread")));
    await page.click("#live");
    await visit.draw(sample(2), { x: 0.1, y: 0.1, size: 0.2 });
    await visit.until(() => document.documentElement.dataset.view === "waiting");
    wrong.push(...(await look(visit, "waiting")));
    await page.click("#live");
    await page.evaluate(() => {
      window.digitpad.update = { apply() {} };
      window.dispatchEvent(new CustomEvent("digitpad:update"));
    });
    wrong.push(...(await look(visit, "update")));
    assert.deepEqual(wrong, []);
    await visit.close();
  });
});
