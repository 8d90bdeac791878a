// One file, opened by double click, with no network at all.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { BROWSERS, SINGLE_FILE, Visit, launch, sample } from "./harness.mjs";

for (const name of BROWSERS) {
  describe(name, () => {
    let browser, visit;

    before(async () => {
      browser = await launch(name);
      visit = await Visit.open(browser, SINGLE_FILE);
    });

    after(() => browser.close());

    test("what is drawn while Python loads is answered", async () => {
      await visit.draw(sample(5));
      await visit.state("ready");
      assert.equal((await visit.answer()).digit, 5);
    });

    test("each class is read", async () => {
      for (const digit of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
        await visit.clear();
        await visit.draw(sample(digit));
        assert.equal((await visit.answer()).digit, digit);
      }
    });

    test("nothing was complained of, nothing asked for but the file", () => {
      visit.assertClean();
    });
  });
}
