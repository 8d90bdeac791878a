// The pad: pens, fingers and keys make strokes; tools take them back; nothing loses them.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { BROWSERS, DIST, RUNTIME, Site, Visit, launch, sample } from "./harness.mjs";

for (const name of BROWSERS) {
  describe(name, () => {
    let site, browser, visit, page;

    before(async () => {
      site = await Site.serve(DIST);
      browser = await launch(name);
      visit = await Visit.open(browser, site.url, { touch: true });
      page = visit.page;
      await visit.state("ready");
    });

    beforeEach(() => visit.clear());

    after(async () => {
      visit.assertClean();
      await browser.close();
      await site.stop();
    });

    const strokes = () => page.evaluate(() => window.pane.drawing.strokes.length);
    const press = async (...keys) => {
      for (const key of keys.slice(0, -1)) await page.keyboard.down(key);
      await page.keyboard.press(keys.at(-1));
      for (const key of keys.slice(0, -1)) await page.keyboard.up(key);
    };

    test("undo and redo go stroke by stroke, by button and by key", async () => {
      await visit.draw(sample(4)); // two strokes
      assert.equal((await visit.answer()).digit, 4);
      await page.click("#undo");
      assert.equal(await strokes(), 1);
      await page.click("#redo");
      assert.equal(await strokes(), 2);
      assert.equal((await visit.answer()).digit, 4);
      await press("Control", "z");
      await press("Control", "z");
      assert.equal(await strokes(), 0);
      assert.equal((await visit.answer()).kind, "empty");
      await press("Control", "Shift", "z");
      await press("Control", "y");
      assert.equal(await strokes(), 2);
      assert.equal((await visit.answer()).digit, 4);
    });

    test("clearing can be undone", async () => {
      await visit.draw(sample(7));
      await visit.answer();
      await page.click("#clear");
      assert.equal((await visit.answer()).kind, "empty");
      await page.click("#undo");
      assert.equal((await visit.answer()).digit, 7);
    });

    test("the eraser cuts strokes where it goes, and is put away by the last one", async () => {
      await visit.draw({ strokes: [[[0, 50], [100, 50]]] });
      await page.click("#eraser");
      await visit.draw({ strokes: [[[50, 20], [50, 80]]] });
      const halves = await page.evaluate(() => window.pane.drawing.strokes);
      assert.equal(halves.length, 2);
      const reach = 18 + halves[0].pen / 2; // the eraser's radius and the ink beside the stroke's middle
      const xs = halves.map(({ points }) => points.map(([x]) => x));
      assert.ok(Math.max(...xs[0]) <= 280 - reach && Math.min(...xs[1]) >= 280 + reach, JSON.stringify(xs));
      await page.click("#undo");
      assert.equal(await strokes(), 1);
      await visit.draw({ strokes: [[[0, 50], [100, 50]]] });
      assert.equal(await strokes(), 0);
      assert.equal(await page.$eval("#eraser", (button) => button.ariaPressed), "false");
    });

    test("the pen has three sizes, and says so", async () => {
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

    test("one draws with the keyboard alone", async () => {
      await page.focus("#pad");
      for (let i = 0; i < 5; i += 1) await press("ArrowUp");
      await press(" ");
      for (let i = 0; i < 22; i += 1) await press("ArrowDown");
      await press(" ");
      const [{ points }] = await page.evaluate(() => window.pane.drawing.strokes);
      assert.deepEqual(points.at(-1)[1] - points[0][1], 22 * 14);
      assert.equal((await visit.answer()).digit, 1);
      await visit.until(() => /^1\. Sure|^1\. Fairly|^1\. Prob|1 or/.test(document.querySelector("#announcer").textContent));
    });

    test("the drawing survives a resize", async () => {
      await visit.draw(sample(3));
      await visit.answer();
      const before = await page.evaluate(() => JSON.stringify(window.pane.drawing));
      await page.setViewport({ width: 390, height: 700, hasTouch: true });
      const ink = () =>
        page.evaluate(async () => {
          await new Promise(requestAnimationFrame);
          const pad = document.querySelector("#pad");
          const { width } = pad;
          const copy = new OffscreenCanvas(width, width).getContext("2d", { willReadFrequently: true });
          copy.drawImage(pad, 0, 0);
          const { data } = copy.getImageData(0, 0, width, width);
          return { width, share: data.filter((_, i) => i % 4 === 3 && data[i] > 127).length / (width * width) };
        });
      const small = await ink();
      await page.setViewport({ width: 1280, height: 860, hasTouch: true });
      const large = await ink();
      assert.notEqual(small.width, large.width);
      assert.ok(small.share > 0.02, "the ink is there");
      assert.ok(Math.abs(small.share - large.share) < 0.1 * large.share, JSON.stringify([small, large]));
      assert.equal(await page.evaluate(() => JSON.stringify(window.pane.drawing)), before);
    });

    test("the drawing survives a reload, stroke by stroke", async () => {
      await visit.draw(sample(4));
      await visit.answer();
      await page.reload();
      assert.equal(await strokes(), 2);
      await visit.state("ready");
      assert.equal((await visit.answer()).digit, 4);
      await page.click("#undo");
      assert.equal(await strokes(), 1);
    });

    if (name !== "chromium") return; // only its protocol has touches that browser and page share

    test("a second finger and a scrolling wish leave the pad alone", async () => {
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
      assert.equal(await strokes(), 1);
      const [{ points }] = await page.evaluate(() => window.pane.drawing.strokes);
      assert.ok(points.every(([, py]) => py < 300), "only the first finger drew");
      assert.equal(await page.evaluate(() => scrollY), 0);
      await page.setViewport({ width: 1280, height: 860, hasTouch: true });
    });

    test("a pen takes over from the palm beside it", async () => {
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

    test("fast strokes keep the points between two frames", async () => {
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

    test("what is drawn while Python loads can be undone as well", async () => {
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
}
