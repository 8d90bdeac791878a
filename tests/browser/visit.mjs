// One page under watch: what it says, what it asks for, what it answers.

import assert from "node:assert/strict";
import { draw } from "./drawing.mjs";

// What the browsers themselves look for at start-up, page or no page.
const BROWSER_CHATTER =
  /^(http:\/\/)?((accounts|clients\d*|update|optimizationguide-pa|content-autofill|safebrowsing|www)\.google(apis)?\.com|[\w.-]+\.(mozilla\.(com|net|org)|firefox\.com))\b/;

const WAIT = { timeout: 180_000 };

/**
 * A visit to the page, in a tab of its own.
 *
 * `complaints` collects warnings, errors and uncaught exceptions of the page and
 * its workers; `requests` every address asked for.
 */
export class Visit {
  static async open(browser, url, options = {}) {
    const { width = 1280, height = 860, touch = false, theme = "light", before } = options;
    const page = await browser.newPage();
    const visit = new Visit(browser, page);
    await page.setViewport({ width, height, hasTouch: touch, isMobile: false });
    if (browser.kind === "chromium") {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
    }
    if (before) await page.evaluateOnNewDocument(before);
    await page.goto(url, { waitUntil: "domcontentloaded", ...WAIT });
    return visit;
  }

  constructor(browser, page) {
    this.browser = browser;
    this.page = page;
    this.complaints = [];
    this.requests = [];
    page.setDefaultTimeout(WAIT.timeout);
    page.on("console", (message) => {
      if (["error", "warn", "warning", "assert"].includes(message.type())) {
        this.complaints.push(`${message.type()}: ${message.text()}`);
      }
    });
    page.on("pageerror", (error) => this.complaints.push(`uncaught: ${error.stack ?? error}`));
    page.on("request", (request) => this.requests.push(request.url()));
  }

  /** Wait until `<html data-state>` is the given one. */
  async state(name) {
    await this.page
      .waitForFunction((wanted) => document.documentElement.dataset.state === wanted, WAIT, name)
      .catch(async (error) => {
        throw new Error(`never "${name}": ${await this.describe()}`, { cause: error });
      });
  }

  /** Draw a sample; see `draw` for the options. */
  async draw(sample, options) {
    await draw(this.page, sample, options);
  }

  /** Wait for the answer to exactly what is on the pad. */
  async answer() {
    await this.page
      .waitForFunction(() => {
        const { dataset, ariaBusy } = document.querySelector("#answer");
        return ariaBusy === "false" && dataset.kind;
      }, WAIT)
      .catch(async (error) => {
        throw new Error(`no answer: ${await this.describe()}`, { cause: error });
      });
    return this.page.$eval("#answer", ({ dataset }) => ({
      kind: dataset.kind,
      digit: dataset.digit === undefined || dataset.digit === "" ? null : Number(dataset.digit),
      confidence: Number(dataset.confidence),
    }));
  }

  /** Clear the pad and wait until the page has seen it. */
  async clear() {
    await this.page.click("#clear");
    await this.page.waitForFunction(
      () => document.querySelector("#answer").dataset.kind === "empty",
      WAIT,
    );
  }

  /** Nothing said on the console, nothing asked of another host. */
  assertClean() {
    assert.deepEqual(this.complaints, []);
    assert.deepEqual(this.strayRequests(), []);
  }

  strayRequests() {
    const { origin, protocol } = new URL(this.page.url());
    const own = (url) =>
      /^(blob|data):/.test(url) || (protocol === "file:" ? url === this.page.url() : new URL(url).origin === origin);
    return [
      ...this.requests.filter((url) => !own(url)),
      ...this.browser.strayRequests.filter((url) => !BROWSER_CHATTER.test(url)),
    ];
  }

  /** What is to be seen now, for messages of failed tests. */
  async describe() {
    const seen = await this.page.evaluate(() => ({
      state: document.documentElement.dataset.state,
      answer: document.querySelector("#answer")?.outerHTML.slice(0, 300),
      text: document.body?.innerText.slice(0, 400),
      digitpad: window.digitpad,
    }));
    return JSON.stringify({ ...seen, complaints: this.complaints }, null, 1);
  }

  async close() {
    await this.page.close();
  }
}
