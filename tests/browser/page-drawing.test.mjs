// The pad: pens, fingers and keys make strokes; tools take them back; nothing loses them.

import assert from "node:assert/strict";
import { BROWSERS, RUNTIME, Visit, launch, onPage, sample } from "./harness.mjs";

const strokes = (page) => page.evaluate(() => window.pane.drawing.strokes.length);

/** Press a key while those before it are held. */
async function press(page, ...keys) {
  for (const key of keys.slice(0, -1)) await page.keyboard.down(key);
  await page.keyboard.press(keys.at(-1));
  for (const key of keys.slice(0, -1)) await page.keyboard.up(key);
}

/** Runs in the page: how much of the pad's two halves is ink, once the canvas has the size of its place. */
async function inkOf() {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const pad = document.querySelector("#pad");
  const side = pad.width;
  if (Math.abs(side - pad.clientWidth * devicePixelRatio) > 1) return null;
  const copy = new OffscreenCanvas(side, side).getContext("2d", { willReadFrequently: true });
  copy.drawImage(pad, 0, 0);
  const { data } = copy.getImageData(0, 0, side, side);
  const inked = data.map((value, i) => i % 4 === 3 && value > 127);
  const half = 2 * side * side;
  const share = (part) => part.reduce((sum, each) => sum + each, 0) / (side * side);
  return { side, above: share(inked.subarray(0, half)), below: share(inked.subarray(half)) };
}

onPage(BROWSERS, { touch: true }, (test, name) => {
  test("undo and redo go stroke by stroke, by button and by key", async ({ visit, page }) => {
    await visit.draw(sample(4)); // two strokes
    assert.equal((await visit.answer()).digit, 4);
    await page.click("#undo");
    assert.equal(await strokes(page), 1);
    await page.click("#redo");
    assert.equal(await strokes(page), 2);
    assert.equal((await visit.answer()).digit, 4);
    await press(page, "Control", "z");
    await press(page, "Control", "z");
    assert.equal(await strokes(page), 0);
    assert.equal((await visit.answer()).kind, "empty");
    await press(page, "Control", "Shift", "z");
    await press(page, "Control", "y");
    assert.equal(await strokes(page), 2);
    assert.equal((await visit.answer()).digit, 4);
  });

  test("undo and redo by touch", async ({ visit, page }) => {
    const tap = async (id) => {
      const { x, y, width, height } = await (await page.$(id)).boundingBox();
      await page.touchscreen.tap(x + width / 2, y + height / 2);
    };
    await visit.draw(sample(4));
    await visit.answer();
    await tap("#undo");
    await visit.until(() => window.pane.drawing.strokes.length === 1);
    await tap("#redo");
    await visit.until(() => window.pane.drawing.strokes.length === 2);
    await tap("#clear");
    await visit.until(() => window.pane.drawing.strokes.length === 0);
  });

  test("clearing can be undone", async ({ visit, page }) => {
    await visit.draw(sample(7));
    await visit.answer();
    await page.click("#clear");
    assert.equal((await visit.answer()).kind, "empty");
    await page.click("#undo");
    assert.equal((await visit.answer()).digit, 7);
  });

  test("the eraser cuts strokes where it goes, and is put away by the last one", async ({ visit, page }) => {
    await visit.draw({ strokes: [[[0, 50], [100, 50]]] });
    await page.click("#eraser");
    await visit.draw({ strokes: [[[50, 20], [50, 80]]] });
    const halves = await page.evaluate(() => window.pane.drawing.strokes);
    assert.equal(halves.length, 2);
    const reach = 18 + halves[0].pen / 2; // the eraser's radius and the ink beside the stroke's middle
    const xs = halves.map(({ points }) => points.map(([x]) => x));
    assert.ok(Math.max(...xs[0]) <= 280 - reach && Math.min(...xs[1]) >= 280 + reach, JSON.stringify(xs));
    await page.click("#undo");
    assert.equal(await strokes(page), 1);
    await visit.draw({ strokes: [[[0, 50], [100, 50]]] });
    assert.equal(await strokes(page), 0);
    assert.equal(await page.$eval("#eraser", (button) => button.ariaPressed), "false");
  });

  test("the pen has three sizes, and says so", async ({ visit, page }) => {
    const said = [];
    for (let i = 0; i < 3; i += 1) {
      await page.click("#pen");
      said.push(await page.$eval("#pen", (button) => button.ariaLabel));
      await visit.draw({ strokes: [[[10, 20 + 20 * i], [90, 20 + 20 * i]]] });
    }
    assert.deepEqual(said, ["Pen size: broad", "Pen size: fine", "Pen size: medium"]);
    const pens = await page.evaluate(() => window.pane.drawing.strokes.map(({ pen }) => pen));
    assert.deepEqual(pens, [34, 12, 20]);
  });

  test("one draws with the keyboard alone", async ({ visit, page }) => {
    await page.focus("#pad");
    for (let i = 0; i < 5; i += 1) await press(page, "ArrowUp");
    await press(page, " ");
    for (let i = 0; i < 22; i += 1) await press(page, "ArrowDown");
    await press(page, " ");
    const [{ points }] = await page.evaluate(() => window.pane.drawing.strokes);
    assert.deepEqual(points.at(-1)[1] - points[0][1], 22 * 14);
    assert.equal((await visit.answer()).digit, 1);
    await visit.until(() => /^1\. Sure|^1\. Fairly|^1\. Prob|1 or/.test(document.querySelector("#announcer").textContent));
  });

  test("the keyboard reaches everything, in the order of the page", async ({ visit, page }) => {
    await visit.draw(sample(3));
    await visit.answer();
    await page.focus("#language"); // the first of all
    const reached = ["language"];
    for (let i = 0; i < 30 && !reached.includes("licence"); i += 1) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate(() => document.activeElement.id || document.activeElement.parentElement?.id));
    }
    const all = ["language", "pad", "undo", "eraser", "pen", "clear", "guess", "live", "picture", "copy", "why", "keep", "take", "how", "licence"];
    assert.deepEqual(reached.filter((id) => all.includes(id)), all);
  });

  test("the drawing survives a resize and a turn of the phone", async ({ visit, page }) => {
    await visit.draw(sample(3));
    await visit.answer();
    const before = await page.evaluate(() => JSON.stringify(window.pane.drawing));
    const inks = [];
    for (const [width, height] of [[1280, 860], [390, 844], [844, 390], [1280, 860]]) {
      await page.setViewport({ width, height, hasTouch: true });
      inks.push(await visit.until(inkOf));
    }
    const [{ above }] = inks;
    assert.ok(above > 0.01, "the ink is there");
    for (const ink of inks) assert.ok(Math.abs(ink.above - above) < 0.1 * above, JSON.stringify(inks));
    assert.equal(new Set(inks.map(({ side }) => side)).size, 3);
    assert.equal(await page.evaluate(() => JSON.stringify(window.pane.drawing)), before);
  });

  test("on a dense screen the pad has all its pixels", async ({ site }) => {
    const dense = await launch(name, { density: 2 });
    const page = await dense.newPage();
    await page.goto(site.url);
    const visit = new Visit(dense, page);
    const ratio = await visit.until(async () => {
      await new Promise(requestAnimationFrame);
      const pad = document.querySelector("#pad");
      return pad.width !== 300 && pad.width / pad.clientWidth; // 300 is a canvas nobody has fitted
    });
    assert.ok(Math.abs(ratio - 2) < 0.02, `${ratio} pixels to one of CSS`);
    await dense.close();
  });

  test("the drawing survives a reload, stroke by stroke", async ({ visit, page }) => {
    await visit.draw(sample(4));
    await visit.answer();
    await page.reload();
    assert.equal(await strokes(page), 2);
    await visit.state("ready");
    assert.equal((await visit.answer()).digit, 4);
    await page.click("#undo");
    assert.equal(await strokes(page), 1);
  });

  if (name !== "chromium") return; // only its protocol has touches that browser and page share

  test("a second finger and a scrolling wish leave the pad alone", async ({ page }) => {
    const { x, y, width } = await (await page.$("#pad")).boundingBox();
    const touch = await page.createCDPSession();
    const send = (type, ...points) =>
      touch.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: points.map(([id, dx, dy]) => ({ id, x: x + dx * width, y: y + dy * width })),
      });
    await page.setViewport({ width: 390, height: 500, hasTouch: true });
    await page.evaluate(() => scrollTo(0, 0));
    await send("touchStart", [1, 0.2, 0.2]);
    await send("touchMove", [1, 0.3, 0.3]);
    await send("touchStart", [1, 0.3, 0.3], [2, 0.8, 0.8]);
    for (let t = 0.3; t < 0.7; t += 0.05) await send("touchMove", [1, t, 0.3], [2, 0.8, 0.8 - t]);
    await send("touchEnd");
    assert.equal(await strokes(page), 1);
    const [{ points }] = await page.evaluate(() => window.pane.drawing.strokes);
    assert.ok(points.every(([, py]) => py < 300), "only the first finger drew");
    assert.equal(await page.evaluate(() => scrollY), 0);
    await page.setViewport({ width: 1280, height: 860, hasTouch: true });
  });

  test("however hard one presses, the line is as wide", async ({ visit, page }) => {
    await visit.draw({ strokes: [[[10, 30], [90, 30]]] }, { pointer: "pen", force: 0.1 });
    await visit.draw({ strokes: [[[10, 70], [90, 70]]] }, { pointer: "pen", force: 1 });
    const { above, below } = await page.evaluate(inkOf);
    assert.ok(above > 0.01, "the ink is there");
    assert.ok(Math.abs(above - below) < 0.02 * above, `${above} above, ${below} below`);
  });

  test("a pen takes over from the palm beside it", async ({ page }) => {
    const made = await page.evaluate(() => {
      const pad = document.querySelector("#pad");
      const box = pad.getBoundingClientRect();
      const send = (type, pointerId, pointerType, x, y) =>
        pad.dispatchEvent(
          new PointerEvent(type, {
            pointerId, pointerType, bubbles: true, button: type === "pointermove" ? -1 : 0, buttons: 1,
            clientX: box.left + x * box.width, clientY: box.top + y * box.height,
          }),
        );
      send("pointerdown", 5, "touch", 0.8, 0.9);
      send("pointermove", 5, "touch", 0.8, 0.8);
      send("pointerdown", 6, "pen", 0.2, 0.2);
      send("pointermove", 6, "pen", 0.4, 0.2);
      send("pointerup", 6, "pen", 0.4, 0.2);
      send("pointerdown", 7, "touch", 0.8, 0.9);
      send("pointerup", 7, "touch", 0.8, 0.9);
      return window.pane.drawing.strokes.map(({ points }) => points);
    });
    assert.equal(made.length, 1);
    assert.ok(made[0].every(([, y]) => y < 120), JSON.stringify(made));
  });

  test("fast strokes keep the points between two frames", async ({ visit, page }) => {
    await visit.draw({ strokes: [[[0, 50], [100, 50]]] });
    const box = await (await page.$("#pad")).boundingBox();
    const at = (t) => [box.x + box.width * (0.5 + 0.35 * Math.cos(t)), box.y + box.height * (0.5 + 0.35 * Math.sin(t))];
    await page.click("#clear");
    await page.mouse.move(...at(0));
    await page.mouse.down();
    const busy = page.evaluate(() => {
      const end = performance.now() + 300;
      while (performance.now() < end);
    });
    await Promise.all(Array.from({ length: 60 }, (_, i) => page.mouse.move(...at((i * Math.PI) / 30))));
    await busy;
    await page.mouse.up();
    const [{ points }] = await page.evaluate(() => window.pane.drawing.strokes);
    const off = points.map(([px, py]) => Math.abs(Math.hypot(px - 280, py - 280) - 0.35 * 560));
    assert.ok(points.length > 40, `${points.length} points`);
    assert.ok(Math.max(...off) < 3, `${Math.max(...off)} from the circle`);
  });

  test("what is drawn while Python loads can be undone as well", async ({ page, site, browser }) => {
    await page.evaluate(() => localStorage.clear());
    const release = site.hold(RUNTIME);
    const early = await Visit.open(browser, site.url);
    await early.draw(sample(4));
    release();
    site.restore();
    await early.state("ready");
    assert.equal((await early.answer()).digit, 4);
    await early.page.click("#undo");
    assert.equal(await early.page.evaluate(() => window.pane.drawing.strokes.length), 1);
    early.assertClean();
    await early.close();
  });
});
