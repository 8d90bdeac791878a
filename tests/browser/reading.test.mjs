// Each class, drawn by hand in a real browser, is read; by mouse, finger and pen.

import assert from "node:assert/strict";
import { BROWSERS, onPage, sample, samples } from "./harness.mjs";

const CLASSES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

onPage(BROWSERS, { touch: true }, (test, name) => {
  async function read(visit, drawing, options) {
    await visit.clear();
    await visit.draw(drawing, options);
    const answer = await visit.answer();
    assert.equal(answer.digit, drawing.digit, `${drawing.digit} "${drawing.name}": ${JSON.stringify(answer)}`);
    assert.ok(answer.confidence > 0 && answer.confidence <= 1, JSON.stringify(answer));
  }

  // Firefox draws one sample of each class; all of them are for Chromium.
  const drawings = name === "chromium" ? samples : CLASSES.map((digit) => sample(digit));
  for (const digit of CLASSES) {
    test(`a ${digit} drawn with the mouse is read`, async ({ visit }) => {
      for (const drawing of drawings.filter((drawing) => drawing.digit === digit)) await read(visit, drawing);
      visit.assertClean();
    });
  }

  test("digits drawn with a finger are read", async ({ visit }) => {
    for (const digit of CLASSES) await read(visit, sample(digit), { pointer: "touch" });
    visit.assertClean();
  });

  if (name === "chromium") {
    test("digits drawn with a pen are read", async ({ visit }) => {
      for (const digit of CLASSES) await read(visit, sample(digit), { pointer: "pen" });
      visit.assertClean();
    });
  }

  test("small and large, in a corner or across the pad, it is the same digit", async ({ visit }) => {
    const places = [
      { x: 0.05, y: 0.05, size: 0.25 },
      { x: 0.7, y: 0.65, size: 0.25 },
      { x: 0.03, y: 0.03, size: 0.94 },
    ];
    for (const place of places) {
      for (const digit of [2, 7]) await read(visit, sample(digit), place);
    }
    visit.assertClean();
  });

  test("an empty pad is empty, not a 0", async ({ visit }) => {
    await visit.clear();
    await visit.page.click("#guess");
    const { kind, digit } = await visit.answer();
    assert.deepEqual({ kind, digit }, { kind: "empty", digit: null });
  });
});
