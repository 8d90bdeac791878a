// Any picture: chosen, dropped or pasted; its ink is shown, and read.

import assert from "node:assert/strict";
import { test } from "node:test";
import { BROWSERS, RUNTIME, SINGLE_FILE, Visit, launch, onPage, sample } from "./harness.mjs";
import { PAINTER, give, photo } from "./pictures.mjs";

/** The picture is on the pad, and read. */
async function reads(visit, digit) {
  await visit.until(() => window.pane.drawing.picture);
  assert.equal((await visit.answer()).digit, digit);
}

onPage(BROWSERS, { before: PAINTER }, (test, name) => {
  for (const [type, way, digit] of [
    ["image/png", "choice", 2],
    ["image/jpeg", "drop", 7],
    ["image/webp", "paste", 5],
    ["image/bmp", "drop", 3],
  ]) {
    test(`${type}, by ${way}`, async ({ visit, page }) => {
      await give(page, way, type, photo(digit));
      await reads(visit, digit);
    });
  }

  test("chalk on a blackboard", async ({ visit, page }) => {
    await give(page, "choice", "image/png", { ...photo(4), paper: ["#223028", "#2c3a33"], ink: "#e8e8d8" });
    await reads(visit, 4);
  });

  test("a photo taken with the phone on its side", async ({ visit, page }) => {
    await give(page, "drop", "image/jpeg", { ...photo(7), turned: true });
    await reads(visit, 7);
  });

  test("twelve megapixels", async ({ visit, page }, t) => {
    await give(page, "drop", "image/jpeg", { ...photo(2), width: 4000, height: 3000 });
    await reads(visit, 2);
    const time = await page.evaluate(() => window.handled);
    t.diagnostic(`${name}: ${Math.round(time)} ms from drop to answer`);
  });

  test("drawing replaces the picture, and undo brings it back", async ({ visit, page }) => {
    await give(page, "paste", "image/png", photo(2));
    await reads(visit, 2);
    await visit.draw(sample(7));
    assert.equal((await visit.answer()).digit, 7);
    assert.equal(await page.evaluate(() => window.pane.drawing.picture), null);
    for (const _ of sample(7).strokes) await page.click("#undo");
    await reads(visit, 2);
  });

  test("a picture given while Python loads is read when it is there", async ({ site, browser }) => {
    const release = site.hold(RUNTIME);
    const early = await Visit.open(browser, site.url, { before: PAINTER });
    await early.until(() => document.querySelectorAll("#votes .sr:not(:empty)").length > 0);
    await give(early.page, "drop", "image/png", photo(5));
    release();
    site.restore();
    await early.state("ready");
    await early.until(() => window.pane.drawing.picture !== null);
    assert.equal((await early.answer()).digit, 5);
    early.assertClean();
    await early.close();
  });

  test("a file that cannot be read is refused, and the page goes on", async ({ visit, page }) => {
    await page.evaluate(() => {
      window.honest = File.prototype.arrayBuffer ?? Blob.prototype.arrayBuffer;
      Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotFoundError"));
    });
    await give(page, "drop", "image/png", { bytes: "gone" });
    await visit.until(() => /cannot read/.test(document.querySelector("#headline").textContent));
    await page.evaluate(() => {
      Blob.prototype.arrayBuffer = window.honest;
    });
    await give(page, "drop", "image/png", photo(2));
    await reads(visit, 2);
  });

  test("a picture survives a reload", async ({ visit, page }) => {
    await give(page, "drop", "image/png", photo(3));
    await reads(visit, 3);
    await page.reload();
    await visit.state("ready");
    await reads(visit, 3);
  });

  test("what is no picture is refused in clear words, and the pad stays", async ({ visit, page }) => {
    await visit.draw(sample(3));
    await visit.answer();
    await give(page, "drop", "text/plain", { bytes: "no picture" });
    await visit.until(() => /cannot read/.test(document.querySelector("#headline").textContent));
    assert.match(await page.$eval("#detail", (detail) => detail.textContent), /PNG, JPEG/);
    assert.equal(await page.evaluate(() => window.pane.drawing.strokes.length), 1);
    await page.click("#guess");
    assert.equal((await visit.answer()).digit, 3);
  });

  test("a blank sheet has no ink", async ({ visit, page }) => {
    await give(page, "drop", "image/png", { ...photo(1), strokes: [], paper: ["#fff", "#fff"] });
    await visit.until(() => /no ink/.test(document.querySelector("#headline").textContent));
  });
});

test("the single file takes pictures as well", async () => {
  const browser = await launch("chromium");
  try {
    const visit = await Visit.open(browser, SINGLE_FILE, { before: PAINTER });
    await visit.state("ready");
    await give(visit.page, "paste", "image/png", photo(5));
    await visit.until(() => window.pane.drawing.picture);
    assert.equal((await visit.answer()).digit, 5);
    visit.assertClean();
  } finally {
    await browser.close();
  }
});
