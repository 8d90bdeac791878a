// From the first moment: one can draw at once, and whatever fails says so.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { BROWSERS, DIST, RUNTIME, Site, Visit, launch, sample } from "./harness.mjs";

const flipped = (body) => Buffer.from(body).fill(0xa5, body.length >> 1, (body.length >> 1) + 64);
const halved = (body) => body.subarray(0, body.length >> 1);
const missing = () => null;

// Run in the worker before its own program.
const SPOILT_MODELS = {
  gone: "import os; os.remove('model/digits.pkl')\n",
  damaged: "import os; os.truncate('model/digits.pkl', 5000)\n",
};

for (const name of BROWSERS) {
  describe(name, () => {
    let site, browser;

    before(async () => {
      site = await Site.serve(DIST);
      browser = await launch(name);
    });

    afterEach(() => site.restore());

    after(async () => {
      await browser.close();
      await site.stop();
    });

    test("one can draw while Python loads, and is answered when it is there", async () => {
      const release = site.hold(RUNTIME);
      const visit = await Visit.open(browser, site.url);
      await visit.draw(sample(4));
      assert.ok(await inked(visit), "nothing to be seen on the pad");
      assert.equal(await visit.page.$eval("html", (html) => html.dataset.state), "loading");
      release();
      await visit.state("ready");
      assert.equal((await visit.answer()).digit, 4);
      visit.assertClean();
      await visit.close();
    });

    for (const [what, spoil] of Object.entries(SPOILT_MODELS)) {
      test(`with a model that is ${what}, it says so and trains on the spot`, async () => {
        site.alter(/\/worker\.py$/, (program) => Buffer.concat([Buffer.from(spoil), program]));
        const visit = await Visit.open(browser, site.url);
        await visit.state("ready");
        for (const digit of [0, 3, 7]) {
          await visit.clear();
          await visit.draw(sample(digit));
          assert.equal((await visit.answer()).digit, digit);
        }
        const note = await visit.page.$eval("#note", (element) => element.innerText);
        assert.match(note, /model is missing or damaged/);
        visit.assertClean();
        await visit.close();
      });
    }

    test("when memory runs out it says so, and does not wait for ever", async () => {
      site.alter(/\/worker\.py$/, () => Buffer.from("raise MemoryError"));
      const visit = await Visit.open(browser, site.url);
      await visit.state("error");
      assert.match(await visit.page.$eval("#answer", (answer) => answer.innerText), /memory/);
      await visit.close();
    });

    test("what fails before the page can speak is told without moving the pad", async () => {
      const { visit, fail, speak, arrives } = await openMute(browser, site);
      const place = () => visit.page.$eval("#pad", (pad) => pad.getBoundingClientRect().top);
      const top = await place();
      fail();
      await visit.state("error");
      assert.match(await visit.page.$eval("[role=alert]", (box) => box.innerText), /missing.*Start again/s);
      assert.equal(await place(), top);
      speak();
      await arrives;
      await visit.until(() => document.querySelector("#retry").checkVisibility());
      assert.equal(await visit.page.$("[role=alert]"), null, "said twice");
      await visit.close();
    });

    test("before the page can speak, one can start again as well", async () => {
      const { visit, fail, speak, arrives } = await openMute(browser, site);
      fail();
      await visit.state("error");
      site.restore();
      await Promise.allSettled([arrives, visit.page.click("[role=alert] button")]);
      speak();
      await visit.until(() => document.documentElement?.dataset.state !== "error");
      await visit.state("ready");
      await visit.close();
    });

    const damages = { wasm: flipped, python: halved, stdlib: flipped, packages: flipped, project: halved };
    for (const [name, damage] of Object.entries(damages)) {
      test(`a pack that alone is damaged is named, and fetched anew: ${name}`, async () => {
        site.alter(new RegExp(`/${name}-\\w+\\.pack$`), damage);
        const visit = await Visit.open(browser, site.url);
        await visit.state("error");
        const { reason, file } = await visit.page.evaluate(() => window.digitpad.failure);
        assert.equal(reason, "corrupt");
        assert.match(file, new RegExp(`/${name}-`));
        site.restore();
        await visit.until(() => document.querySelector("#retry").checkVisibility());
        await visit.page.click("#retry");
        await visit.until(() => document.documentElement?.dataset.state !== "error");
        await visit.state("ready");
        await visit.close();
      });
    }

    for (const [what, damage] of Object.entries({ missing, halved, flipped })) {
      test(`a file of the runtime that is ${what} is told, and retried`, async () => {
        site.alter(RUNTIME, damage);
        const visit = await Visit.open(browser, site.url);
        await visit.draw(sample(6));
        await visit.state("error");
        const { reason, message } = await visit.page.evaluate(() => window.digitpad.failure);
        assert.equal(reason, damage === missing ? "missing" : "corrupt");
        assert.ok(message.length > 20, message);
        site.restore();
        await visit.page.click("#retry");
        await visit.until(() => document.documentElement?.dataset.state !== "error");
        await visit.state("ready");
        assert.equal((await visit.answer()).digit, 6, "the drawing is kept");
        await visit.close();
      });
    }
  });
}

/**
 * Open the page on a phone, without its runtime and without what lets it speak.
 *
 * `fail()` has the runtime be missing, `speak()` has the page come up; it has done so
 * when `arrives` is fulfilled.
 */
async function openMute(browser, site) {
  const fail = site.hold(RUNTIME);
  site.alter(RUNTIME, missing);
  const speak = site.hold(/pyscript-\w+\.js$/);
  const visit = await Visit.open(browser, "about:blank", { width: 390, height: 844 });
  const arrives = visit.go(site.url);
  await visit.until(() => document.querySelector("#pad")?.getBoundingClientRect().top > 0);
  return { visit, fail, speak, arrives };
}

/** Whether something can be seen on the pad. */
async function inked(visit) {
  return visit.page.$eval("#pad", async (canvas) => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value, index) => index % 4 === 3 && value > 128);
  });
}
