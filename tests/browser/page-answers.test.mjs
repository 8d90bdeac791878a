// What the page says and does with an answer: live or asked for, explained, spoken, kept.

import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BROWSERS, DOUBTFUL, SCRIBBLE, Visit, launch, onPage, sample } from "./harness.mjs";

/** Draw the digits of a number side by side, and wait for the answer to the last stroke. */
async function drawNumber(visit, number) {
  for (const [i, digit] of [...number].entries()) {
    await visit.draw(sample(Number(digit)), { x: 0.04 + 0.24 * i, y: 0.4, size: 0.2 });
  }
  await visit.answer();
}

/** Runs in the page: stand in for the system's sheet of apps to share with, and for nothing else. */
function catchShares() {
  window.shares = [];
  navigator.share = async (data) => {
    const { isActive } = navigator.userActivation;
    const { files, text } = data;
    const { width } = await createImageBitmap(files[0]);
    window.shares.push({ name: files[0].name, type: files[0].type, text, side: width, allowed: isActive && navigator.canShare(data) });
    setTimeout(() => (window.settled = window.outcome));
    if (window.outcome) throw new DOMException("not shared", window.outcome);
  };
}

const text = (page, selector) => page.$eval(selector, (element) => element.textContent);

onPage(BROWSERS, {}, (test, name) => {
  test("the answer is shown in words, bars and a numeral, and spoken once", async ({ visit, page }) => {
    await visit.draw(sample(3));
    const { confidence } = await visit.answer();
    const percent = Math.min(99, Math.round(100 * confidence));
    assert.match(await text(page, "#headline"), new RegExp(`^(Sure|Fairly sure|Probably) · ${percent}\\s%$`));
    assert.equal(await page.$eval("#glyphs", (glyphs) => glyphs.getAttribute("aria-label")), "3");
    const bars = await page.$$eval("#votes .bar", (all) => all.map((bar) => bar.getBoundingClientRect().height > 0));
    assert.deepEqual(bars, Array(10).fill(true));
    assert.deepEqual(await page.$$eval("#votes .win .chip", (all) => all.map((chip) => chip.textContent)), ["3"]);
    assert.match(await text(page, "#announcer"), /^3\. /);
    assert.match(await text(page, "#pad-content"), /3/);
  });

  test("not live, it answers only when asked; the switch is remembered", async ({ visit, page }) => {
    await page.click("#live");
    await visit.draw(sample(7));
    await visit.until(() => document.documentElement.dataset.view === "waiting");
    assert.equal(await page.$eval("#answer", (answer) => answer.dataset.kind ?? null), null);
    await page.click("#guess");
    assert.equal((await visit.answer()).digit, 7);
    await page.reload();
    await visit.state("ready");
    assert.equal(await page.$eval("#live", (live) => live.checked), false);
    await page.click("#live");
    assert.equal((await visit.answer()).digit, 7);
  });

  test("in doubt it names both digits, in the language of the moment", async ({ visit, page }) => {
    const kinds = [];
    for (const drawing of DOUBTFUL) {
      await visit.clear();
      await visit.draw(drawing);
      kinds.push((await visit.answer()).kind);
      if (kinds.at(-1) === "unsure") break;
    }
    assert.equal(kinds.at(-1), "unsure", "the recogniser was sure of all");
    const [, first, second] = /^Not sure: (\d) or (\d)\?$/.exec(await text(page, "#headline"));
    const marked = await page.$$eval("#votes .win .chip", (all) => all.map((chip) => chip.textContent));
    assert.deepEqual(marked, [first, second].sort());
    assert.match(await text(page, "#announcer"), /^\d\. Not sure/);
    await page.click("#why summary");
    await visit.until(() => document.querySelectorAll("#near li").length > 0);
    const near = await page.$$eval("#near li:not(.yours)", (all) =>
      all.map((item) => [item.querySelector("b").textContent, item.className === "odd"]),
    );
    for (const [digit, odd] of near) assert.equal(odd, ![first, second].includes(digit), `${near}`);
    await page.click("#why summary");
    await page.select("#language", "de");
    assert.equal(await text(page, "#glyphs i"), "oder");
    assert.equal(await page.$eval("#glyphs", (glyphs) => glyphs.ariaLabel), `${first} oder ${second}`);
    assert.match(await text(page, "#pad-content"), /Gelesen als/);
    await page.select("#language", "en");
  });

  test("what is no digit is refused in words", async ({ visit, page }) => {
    await visit.draw(SCRIBBLE);
    assert.deepEqual(await visit.answer().then(({ kind, digit }) => [kind, digit]), ["not-a-digit", null]);
    assert.equal(await text(page, "#headline"), "Not a digit");
    assert.match(await text(page, "#announcer"), /^Not a digit/);
    assert.equal(await page.$$eval("#votes .win", (all) => all.length), 0);
  });

  test("guessing at nothing asks for a drawing", async ({ visit, page }) => {
    await page.click("#guess");
    assert.equal((await visit.answer()).kind, "empty");
    assert.equal(await text(page, "#headline"), "Draw something first");
  });

  test("a number is read digit by digit, and each can be chosen by key", async ({ visit, page }) => {
    await drawNumber(visit, "2735");
    await visit.until(() => document.querySelector("#answer").dataset.digit === "2735");
    const boxes = await page.$$eval(".box", (all) => all.map((box) => box.getBoundingClientRect().toJSON()));
    assert.equal(boxes.length, 4);
    for (const [left, right] of [[0, 1], [1, 2], [2, 3]]) assert.ok(boxes[left].right < boxes[right].left);
    await page.focus(".box[aria-pressed=true]");
    const chosen = () => page.$eval(".box[aria-pressed=true]", (box) => Number(box.textContent));
    const seen = new Set();
    for (let i = 0; i < 4; i += 1) {
      await page.keyboard.press("ArrowRight");
      seen.add(await chosen());
      assert.equal(await text(page, "#votes .win .chip"), String(await chosen()));
    }
    assert.deepEqual([...seen].sort(), [2, 3, 5, 7]);
  });

  test("one can go on drawing through the boxes", async ({ visit, page }) => {
    await drawNumber(visit, "27");
    await visit.until(() => document.querySelector("#answer").dataset.digit === "27");
    const before = await page.evaluate(() => window.pane.drawing.strokes.length);
    await visit.draw(sample(2), { x: 0.04, y: 0.4, size: 0.2 });
    assert.equal(await page.evaluate(() => window.pane.drawing.strokes.length), before + 1);
  });

  test("why: what was compared, each neighbour's share of the vote, and every stage", async ({ visit, page }) => {
    await visit.draw(sample(5));
    await visit.answer();
    await page.click("#why summary");
    await visit.until(() => document.querySelectorAll("#near li").length > 0);
    assert.equal(await text(page, "#near .yours"), "yours");
    const near = await page.$$eval("#near li:not(.yours)", (all) =>
      all.map((item) => ({
        digit: item.querySelector("b").textContent,
        share: parseInt(item.querySelector("small").textContent),
        bar: Number(item.style.getPropertyValue("--w")),
        distance: Number(item.querySelector(".quiet").textContent),
      })),
    );
    assert.ok(near.length >= 5);
    assert.equal(near[0].digit, "5");
    const distances = near.map(({ distance }) => distance);
    assert.deepEqual(distances, distances.toSorted((a, b) => a - b));
    const total = near.reduce((sum, { share }) => sum + share, 0);
    assert.ok(total > 50 && total <= 103, `shares of ${total} %`);
    assert.equal(near[0].bar, 1);
    for (const { share, bar } of near) assert.ok(Math.abs(bar - share / near[0].share) < 0.1, JSON.stringify(near));
    const stages = await page.$$eval("#steps b", (all) => all.map((stage) => stage.textContent));
    assert.deepEqual(stages, ["ink", "crop", "upright", "centred", "stroke", "features"]);
    await page.click("#why summary");
  });

  test("why: open, it follows the drawing; closed, it keeps nothing of an earlier one", async ({ visit, page }) => {
    const nearest = (digit) => visit.until((wanted) => document.querySelector("#near b")?.textContent === wanted, digit);
    await visit.draw(sample(5));
    await visit.answer();
    await page.click("#why summary");
    await nearest("5");
    await visit.clear();
    await visit.draw(sample(7));
    await nearest("7");
    await page.click("#why summary");
    await visit.until(() => !document.querySelector("#near").children.length);
    await visit.clear();
    await visit.draw(sample(3));
    await visit.answer();
    await page.click("#why summary");
    await nearest("3");
    await page.click("#why summary");
  });

  test("why: each digit of a number has its own reasons", async ({ visit, page }) => {
    await drawNumber(visit, "27");
    await visit.until(() => document.querySelector("#answer").dataset.digit === "27");
    await page.click("#why summary");
    for (const digit of ["2", "7"]) {
      await page.$$eval(".box", (all, wanted) => all.find((box) => box.textContent === wanted).click(), digit);
      await visit.until((wanted) => document.querySelector("#near b")?.textContent === wanted, digit);
    }
    await page.click("#why summary");
  });

  test("why: it says where the neighbours come from, in every language", async ({ visit, page }) => {
    await visit.draw(sample(5));
    await visit.answer();
    await page.click("#why summary");
    await visit.until(() => document.querySelectorAll("#near li").length > 0);
    const origins = {
      de: /^Woher sie stammen: (vom Programm gezeichnet|load_digits aus scikit-learn) \(\d\)/,
      fr: /^D’où ils viennent\s: (tracés par programme|load_digits de scikit-learn) \(\d\)/,
      en: /^Where they come from: (drawn by program|scikit-learn’s load_digits) \(\d\)/,
    };
    for (const [language, origin] of Object.entries(origins)) {
      await page.select("#language", language);
      assert.match(await text(page, "#near-sources"), origin);
    }
    await page.click("#why summary");
  });

  test("three languages, remembered; what is on show is translated too", async ({ visit, page }) => {
    await visit.draw(sample(3));
    await visit.answer();
    const expected = { de: ["Zahl", "Warum?"], fr: ["nombre", "Pourquoi\u00a0?"], en: ["number", "Why?"] };
    for (const [language, [word, why]] of Object.entries(expected)) {
      await page.select("#language", language);
      assert.equal(await page.evaluate(() => document.documentElement.lang), language);
      assert.match(await page.$eval("#guess", (guess) => guess.ariaLabel), new RegExp(word));
      assert.equal(await text(page, "#why summary"), why);
      if (language !== "en") assert.doesNotMatch(await page.$eval("main", (main) => main.innerText), /\b(the|nearest|Sure)\b/);
    }
    await page.select("#language", "de");
    await page.reload();
    await visit.state("ready");
    assert.equal(await page.evaluate(() => document.documentElement.lang), "de");
    await page.select("#language", "en");
  });

  test("where the browser keeps nothing for a page, all works all the same", async ({ site, browser }) => {
    const forbid = () =>
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      });
    const visitor = await Visit.open(browser, site.url, { before: forbid });
    await visitor.draw(sample(3));
    await visitor.state("ready");
    assert.equal((await visitor.answer()).digit, 3);
    await visitor.page.select("#language", "fr");
    await visitor.until(() => document.documentElement.lang === "fr");
    visitor.assertClean();
    await visitor.close();
  });

  test("a browser that cannot share a picture offers no sharing", async ({ page }) => {
    assert.equal(await page.$eval("#share", (button) => button.hidden), true);
  });

  if (name !== "chromium") return;

  test("the drawing is shared; what becomes of it is told", async ({ site }) => {
    const browser = await launch("chromium", { sharing: true });
    const visit = await Visit.open(browser, site.url, { before: catchShares });
    const { page } = visit;
    await visit.state("ready");
    await visit.draw(sample(4));
    await visit.answer();
    await page.click("#keep summary");
    await page.click("#share");
    const [shared] = await visit.until(() => window.shares.length === 1 && window.shares);
    assert.deepEqual(shared, { name: "digitpad-4.png", type: "image/png", text: "4", side: 1120, allowed: true });
    await page.evaluate(() => {
      window.told = [];
      const told = () => window.told.push(document.querySelector("#share").textContent);
      new MutationObserver(told).observe(document.querySelector("#share"), { childList: true });
    });
    for (const outcome of ["AbortError", "NotAllowedError"]) {
      await page.evaluate((name) => (window.outcome = name), outcome);
      await page.click("#share");
      await visit.until(() => window.settled === window.outcome);
    }
    await visit.until(() => window.told.length === 2);
    assert.deepEqual(await page.evaluate(() => window.told), ["Sharing failed", "Share"]);
    visit.assertClean();
    await browser.close();
  });

  test("the browser's language is spoken", async ({ site, browser }) => {
    const visitor = await Visit.open(browser, site.url, {
      before: () => Object.defineProperty(navigator, "languages", { value: ["pt-BR", "fr-CA", "en"] }),
    });
    await visitor.until(() => document.documentElement.lang === "fr");
    await visitor.close();
  });

  test("the drawing is kept as PNG, SVG and strokes", async ({ visit, page }) => {
    const folder = await mkdtemp(join(tmpdir(), "digitpad-"));
    const client = await page.createCDPSession();
    await client.send("Page.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
    await visit.draw(sample(4));
    await visit.answer();
    await page.click("#keep summary");
    for (const kind of ["png", "svg"]) await page.click(`#save-${kind}`);
    await page.click("#sample button:nth-of-type(10)"); // a 9 was meant
    const wanted = ["digitpad-4.png", "digitpad-4.svg", "digitpad-sample-9.json"];
    for (let i = 0; i < 200 && (await readdir(folder)).sort().join() !== wanted.join(); i += 1) {
      await new Promise((done) => setTimeout(done, 50));
    }
    assert.deepEqual((await readdir(folder)).sort(), wanted);
    const { format, version, samples } = JSON.parse(await readFile(join(folder, "digitpad-sample-9.json")));
    assert.deepEqual([format, version, samples.length], ["digitpad-strokes", 1, 1]);
    const [{ label, width, height, pen, strokes }] = samples;
    assert.deepEqual([label, width, height, pen, strokes.length], [9, 560, 560, 20, 2]);
    assert.match(await readFile(join(folder, "digitpad-4.svg"), "utf8"), /^<svg .*viewBox="0 0 560 560"/);
    const png = await readFile(join(folder, "digitpad-4.png"));
    assert.deepEqual([...png.subarray(1, 4)], [...Buffer.from("PNG")]);
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1120, 1120]);
    await page.click("#keep summary");
  });

  test("the answer is copied", async ({ visit, page, site }) => {
    await visit.context.overridePermissions(new URL(site.url).origin, ["clipboard-read", "clipboard-sanitized-write"]);
    await visit.draw(sample(9));
    await visit.answer();
    await page.bringToFront();
    await page.click("#copy");
    await visit.until(() => document.querySelector("#copy").textContent === "Copied");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "9");
    await visit.clear(); // which lays the answer out anew, button and all
    await visit.draw(sample(4));
    await visit.answer();
    await visit.until(() => document.querySelector("#copy").textContent === "Copy");
  });

  test("with less motion, nothing is animated", async ({ visit, page }) => {
    await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
    await visit.draw(sample(3));
    await visit.answer();
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
    await page.emulateMediaFeatures([]);
  });
});
