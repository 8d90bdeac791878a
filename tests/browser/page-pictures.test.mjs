// Any picture: chosen, dropped or pasted; its ink is shown, and read.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { BROWSERS, RUNTIME, SINGLE_FILE, Visit, launch, onPage, sample } from "./harness.mjs";
import { PAINTER, give, photo } from "./pictures.mjs";

/** The picture is on the pad, and read. */
async function reads(visit, digit) {
  await visit.until(() => window.pane.drawing.picture);
  assert.equal((await visit.answer()).digit, digit);
}

/** Write a picture to the disk; return its path. */
async function save(page, picture) {
  const bytes = await page.evaluate(async (wanted) => [...(await window.paint(wanted))], picture);
  const file = join(await mkdtemp(join(tmpdir(), "digitpad-picture-")), "picture");
  await writeFile(file, Buffer.from(bytes));
  return file;
}

onPage(BROWSERS, { before: PAINTER }, (test, name) => {
  for (const [type, way, digit] of [
    ["image/png", "choice", 2],
    ["image/jpeg", "drop", 7],
    ["image/webp", "paste", 5],
    ["image/bmp", "drop", 3],
    ["image/gif", "choice", 7],
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

  test("on lined paper, in another colour", async ({ visit, page }) => {
    await give(page, "drop", "image/jpeg", { ...photo(2), width: 1600, height: 1200, ruled: "#9db8d8", ink: "#7a1f2b" });
    await reads(visit, 2);
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

  test("a file too large is refused without a look at it", async ({ visit, page }) => {
    await visit.draw(sample(3));
    await visit.answer();
    await page.evaluate(() => window.hand("drop", "image/png", new Uint8Array(64 * 1024 * 1024 + 1)));
    await visit.until(() => /cannot read/.test(document.querySelector("#headline").textContent));
    assert.match(await page.$eval("#detail", (detail) => detail.textContent), /at most 64\sMB/);
    assert.equal(await page.$eval("#votes", (votes) => votes.checkVisibility({ visibilityProperty: true })), false);
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
    await visit.draw(sample(3));
    await visit.answer();
    await give(page, "drop", "image/png", { ...photo(1), strokes: [], paper: ["#fff", "#fff"] });
    await visit.until(() => /no ink/.test(document.querySelector("#headline").textContent));
  });

  test("chosen from the disk", async ({ visit, page }) => {
    const file = await save(page, { ...photo(5), type: "image/png" });
    await (await page.$("#file")).uploadFile(file);
    await reads(visit, 5);
    await rm(file);
  });

  if (name !== "chromium") return; // only its protocol drops files, and opens its own chooser

  test("dropped from the disk: the pad shows where to", async ({ visit, page }) => {
    await visit.draw(sample(3));
    await visit.answer();
    const file = await save(page, { ...photo(7), type: "image/jpeg" });
    const client = await page.createCDPSession();
    const drag = (type) =>
      client.send("Input.dispatchDragEvent", { type, x: 900, y: 700, data: { items: [], files: [file], dragOperationsMask: 1 } });
    await drag("dragEnter");
    await drag("dragOver");
    await visit.until(() => getComputedStyle(document.querySelector(".invite.drop")).opacity === "1");
    assert.notEqual(await page.$eval(".pad", (pad) => getComputedStyle(pad).outlineStyle), "none");
    // The protocol's own cancelling tells the page nothing.
    await page.evaluate(() => document.body.dispatchEvent(new DragEvent("dragleave", { bubbles: true })));
    await visit.until(() => getComputedStyle(document.querySelector(".invite.drop")).opacity === "0");
    assert.equal((await visit.answer()).digit, 3);
    await drag("dragEnter");
    await drag("dragOver");
    await drag("drop");
    await reads(visit, 7);
    await rm(file);
  });

  test("the button opens the browser's own chooser, by key too", async ({ visit, page }) => {
    const file = await save(page, { ...photo(2), type: "image/webp" });
    const chooser = page.waitForFileChooser();
    await page.focus("#picture"); // by the time of its reply the browser catches choosers
    await page.keyboard.press("Enter");
    await (await chooser).accept([file]);
    await reads(visit, 2);
    await rm(file);
  });

  test("pasted from the clipboard", async ({ visit, page, site }) => {
    await visit.context.overridePermissions(new URL(site.url).origin, ["clipboard-read", "clipboard-sanitized-write"]);
    await page.bringToFront();
    await page.evaluate(async (picture) => {
      const bytes = await window.paint({ ...picture, type: "image/png" });
      const blob = new Blob([bytes], { type: "image/png" });
      await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
    }, photo(5));
    await page.keyboard.down("Control");
    await page.keyboard.press("v", { commands: ["paste"] });
    await page.keyboard.up("Control");
    await reads(visit, 5);
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
