// Any picture: chosen, dropped or pasted; its ink is shown, and read.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { BROWSERS, DIST, RUNTIME, SINGLE_FILE, Site, Visit, launch, sample } from "./harness.mjs";

/** Runs in the page: the bytes of a photo-like picture of strokes. */
async function paint({ strokes, type, width, height, paper, ink, turned }) {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  const shade = context.createLinearGradient(0, 0, width, height);
  shade.addColorStop(0, paper[0]);
  shade.addColorStop(1, paper[1]);
  context.fillStyle = shade;
  context.fillRect(0, 0, width, height);
  if (turned) {
    context.translate(0, height); // as a camera held on its side has it
    context.rotate(-Math.PI / 2);
  }
  const side = 0.5 * Math.min(width, height);
  context.translate(0.3 * (turned ? height : width), 0.25 * (turned ? width : height));
  context.scale(side / 100, side / 100);
  context.strokeStyle = ink;
  context.lineWidth = 7;
  context.lineCap = context.lineJoin = "round";
  for (const [first, ...rest] of strokes) {
    context.beginPath();
    context.moveTo(...first);
    for (const point of rest) context.lineTo(...point);
    context.stroke();
  }
  if (type === "image/bmp") {
    const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
    const row = Math.ceil((width * 3) / 4) * 4;
    const bytes = new Uint8Array(54 + row * height);
    const view = new DataView(bytes.buffer);
    bytes.set([0x42, 0x4d]);
    view.setUint32(2, bytes.length, true);
    view.setUint32(10, 54, true);
    view.setUint32(14, 40, true);
    view.setInt32(18, width, true);
    view.setInt32(22, -height, true);
    view.setUint16(26, 1, true);
    view.setUint16(28, 24, true);
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1)
        for (let c = 0; c < 3; c += 1) bytes[54 + y * row + 3 * x + c] = data[4 * (y * width + x) + 2 - c];
    return bytes;
  }
  const blob = await new Promise((done) => canvas.toBlob(done, type, 0.9));
  const bytes = new Uint8Array(await blob.arrayBuffer());
  if (!turned) return bytes;
  // Orientation 6 in EXIF: to be turned a quarter clockwise.
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1];
  exif.push(0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0);
  const head = [0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif];
  return new Uint8Array([...head, ...bytes.subarray(2)]);
}

/** Runs in the page: hand a file to it as a drop, a paste, or a choice; note how long its answer takes. */
function hand(way, type, bytes) {
  const data = new DataTransfer();
  data.items.add(new File([bytes], "picture", { type }));
  const begin = performance.now();
  new MutationObserver((_, observer) => {
    if (!document.querySelector("#answer").dataset.kind) return;
    window.handled = performance.now() - begin;
    observer.disconnect();
  }).observe(document.querySelector("#answer"), { attributes: true, attributeFilter: ["data-kind"] });
  const send = (kind, Kind, options) =>
    document.querySelector("main").dispatchEvent(new Kind(kind, { bubbles: true, cancelable: true, ...options }));
  if (way === "drop") {
    send("dragover", DragEvent, { dataTransfer: data });
    const outlined = document.documentElement.dataset.drop === "over";
    send("drop", DragEvent, { dataTransfer: data });
    return outlined && !document.documentElement.dataset.drop;
  }
  if (way === "paste") {
    const paste = new Event("paste", { bubbles: true, cancelable: true });
    Object.defineProperty(paste, "clipboardData", { value: data }); // Firefox empties one that it is given
    document.querySelector("main").dispatchEvent(paste);
  } else {
    const input = document.querySelector("#file");
    input.files = data.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
  return true;
}

/** Runs in the page: both of them. */
async function give({ way, type, picture }) {
  return hand(way, type, picture.bytes ?? (await paint({ type, ...picture })));
}
const GIVE = `window.give = ${give}; window.paint = ${paint}; window.hand = ${hand};`;

const PAPER = ["#f4efe2", "#b9b2a0"]; // unevenly lit
const plain = (digit) => ({ strokes: sample(digit).strokes, width: 640, height: 480, paper: PAPER, ink: "#1d3f8a" });

for (const name of BROWSERS) {
  describe(name, () => {
    let site, browser, visit, page;

    before(async () => {
      site = await Site.serve(DIST);
      browser = await launch(name);
      visit = await Visit.open(browser, site.url, { before: GIVE });
      page = visit.page;
      await visit.state("ready");
    });

    beforeEach(() => visit.clear());

    after(async () => {
      visit.assertClean();
      await browser.close();
      await site.stop();
    });

    async function give(way, type, picture) {
      assert.ok(await page.evaluate((gift) => window.give(gift), { way, type, picture }));
    }

    async function reads(digit) {
      await visit.until(() => window.pane.drawing.picture);
      assert.equal((await visit.answer()).digit, digit);
    }

    for (const [type, way, digit] of [
      ["image/png", "choice", 2],
      ["image/jpeg", "drop", 7],
      ["image/webp", "paste", 5],
      ["image/bmp", "drop", 3],
    ]) {
      test(`${type}, by ${way}`, async () => {
        await give(way, type, plain(digit));
        await reads(digit);
      });
    }

    test("chalk on a blackboard", async () => {
      await give("choice", "image/png", { ...plain(4), paper: ["#223028", "#2c3a33"], ink: "#e8e8d8" });
      await reads(4);
    });

    test("a photo taken with the phone on its side", async () => {
      await give("drop", "image/jpeg", { ...plain(7), turned: true });
      await reads(7);
    });

    test("twelve megapixels", async (t) => {
      await give("drop", "image/jpeg", { ...plain(2), width: 4000, height: 3000 });
      await reads(2);
      const time = await page.evaluate(() => window.handled);
      t.diagnostic(`${name}: ${Math.round(time)} ms from drop to answer`);
    });

    test("drawing replaces the picture, and undo brings it back", async () => {
      await give("paste", "image/png", plain(2));
      await reads(2);
      await visit.draw(sample(7));
      assert.equal((await visit.answer()).digit, 7);
      assert.equal(await page.evaluate(() => window.pane.drawing.picture), null);
      for (const _ of sample(7).strokes) await page.click("#undo");
      await reads(2);
    });

    test("a picture given while Python loads is read when it is there", async () => {
      const release = site.hold(RUNTIME);
      const early = await Visit.open(browser, site.url, { before: GIVE });
      const gift = { way: "drop", type: "image/png", picture: plain(5) };
      await early.until(() => document.querySelectorAll("#votes .sr:not(:empty)").length > 0);
      await early.page.evaluate((given) => window.give(given), gift);
      release();
      site.restore();
      await early.state("ready");
      await early.until(() => window.pane.drawing.picture !== null);
      assert.equal((await early.answer()).digit, 5);
      early.assertClean();
      await early.close();
    });

    test("a file that cannot be read is refused, and the page goes on", async () => {
      await page.evaluate(() => {
        window.honest = File.prototype.arrayBuffer ?? Blob.prototype.arrayBuffer;
        Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotFoundError"));
      });
      await give("drop", "image/png", { bytes: "gone" });
      await visit.until(() => /cannot read/.test(document.querySelector("#headline").textContent));
      await page.evaluate(() => {
        Blob.prototype.arrayBuffer = window.honest;
      });
      await give("drop", "image/png", plain(2));
      await reads(2);
    });

    test("a picture survives a reload", async () => {
      await give("drop", "image/png", plain(3));
      await reads(3);
      await page.reload();
      await visit.state("ready");
      await reads(3);
    });

    test("what is no picture is refused in clear words, and the pad stays", async () => {
      await visit.draw(sample(3));
      await visit.answer();
      await give("drop", "text/plain", { bytes: "no picture" });
      await visit.until(() => /cannot read/.test(document.querySelector("#headline").textContent));
      assert.match(await page.$eval("#detail", (detail) => detail.textContent), /PNG, JPEG/);
      assert.equal(await page.evaluate(() => window.pane.drawing.strokes.length), 1);
      await page.click("#guess");
      assert.equal((await visit.answer()).digit, 3);
    });

    test("a blank sheet has no ink", async () => {
      await give("drop", "image/png", { ...plain(1), strokes: [], paper: ["#fff", "#fff"] });
      await visit.until(() => /no ink/.test(document.querySelector("#headline").textContent));
    });
  });
}

test("the single file takes pictures as well", async () => {
  const browser = await launch("chromium");
  try {
    const visit = await Visit.open(browser, SINGLE_FILE, { before: GIVE });
    await visit.state("ready");
    const gift = { way: "paste", type: "image/png", picture: plain(5) };
    await visit.page.evaluate((gift) => window.give(gift), gift);
    await visit.until(() => window.pane.drawing.picture);
    assert.equal((await visit.answer()).digit, 5);
    visit.assertClean();
  } finally {
    await browser.close();
  }
});
