// One page under watch: what it says, what it asks for, what it answers.

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { draw } from "./drawing.mjs";

// What the browsers themselves look for at start-up, page or no page.
const BROWSER_CHATTER =
  /^(http:\/\/)?((accounts|clients\d*|update|optimizationguide-pa|content-autofill|safebrowsing|www)\.google(apis)?\.com|[\w.-]+\.(mozilla\.(com|net|org)|firefox\.com))\b/;

// Long enough for a busy machine: a test waits for what happens, not for a time.
const PATIENCE = 180_000;

/**
 * A visit to the page by somebody who was never here: with empty caches, unless
 * it is told the `context` of an earlier visit.
 *
 * `complaints` collects warnings, errors and uncaught exceptions of the page and
 * its workers; `requests` every address asked for; `said` all else on the console.
 */
export class Visit {
  static async open(browser, url, options = {}) {
    const { width = 1280, height = 860, touch = false, theme = "light" } = options;
    const { offline = false, before } = options;
    const context = options.context ?? (await browser.createBrowserContext());
    const page = await context.newPage();
    const visit = new Visit(browser, page);
    await page.setViewport({ width, height, hasTouch: touch });
    if (browser.kind === "chromium") await show(page, theme);
    if (offline && browser.kind === "chromium") await page.setOfflineMode(true);
    if (before) await page.evaluateOnNewDocument(before);
    await visit.go(url);
    return visit;
  }

  constructor(browser, page) {
    this.browser = browser;
    this.page = page;
    this.context = page.browserContext();
    this.complaints = [];
    this.requests = [];
    this.said = [];
    page.setDefaultTimeout(PATIENCE);
    page.on("console", (message) => {
      const serious = ["error", "warn", "warning", "assert"].includes(message.type());
      if (serious) this.complaints.push(`${message.type()}: ${inFull(message, browser)}`);
      else this.said.push(message.text());
    });
    page.on("pageerror", (error) => this.complaints.push(`uncaught: ${error.stack ?? error}`));
    page.on("request", (request) => this.requests.push(request.url()));
  }

  async go(url) {
    await this.page.goto(url, { waitUntil: "domcontentloaded" });
  }

  /** Wait until the function, run in the page, returns something true; return it. */
  async until(happened, ...parameters) {
    const deadline = Date.now() + PATIENCE;
    while (Date.now() < deadline) {
      const value = await this.page.evaluate(happened, ...parameters).catch((error) => {
        // The page may be on its way to another document: ask that one.
        if (/context|navigat|no such frame|detached/i.test(error.message)) return false;
        throw error;
      });
      if (value) return value;
      await pause(25);
    }
    throw new Error(`never came true: ${happened}\n${await this.describe()}`);
  }

  /** Wait until `<html data-state>` is the given one. */
  async state(name) {
    const reached = await this.until((wanted) => {
      const state = document.documentElement?.dataset.state;
      return [wanted, "error"].includes(state) && state;
    }, name);
    if (reached !== name) throw new Error(`not "${name}" but ${await this.describe()}`);
  }

  /** Wait until a line on the console matches; return it. */
  async says(pattern) {
    const found = () => this.said.find((line) => pattern.test(line));
    const raised = () => this.complaints.some((line) => /PythonError|JSHandle@error/.test(line));
    for (let waited = 0; !found() && !raised() && waited < PATIENCE; waited += 25) await pause(25);
    if (!found()) throw new Error(`never said ${pattern}\n${await this.describe()}`);
    return found();
  }

  /** Draw a sample; see `draw` for the options. */
  async draw(sample, options) {
    await draw(this.page, sample, options);
  }

  /** Wait for the answer to exactly what is on the pad. */
  async answer() {
    const { kind, digit, confidence } = await this.until(() => {
      const { dataset, ariaBusy } = document.querySelector("#answer");
      return ariaBusy === "false" && dataset.kind ? { ...dataset } : null;
    });
    return { kind, digit: digit ? Number(digit) : null, confidence: Number(confidence) };
  }

  /** Clear the pad and wait until the page has seen it. */
  async clear() {
    await this.page.$eval("#clear", (button) => button.disabled || button.click());
    await this.until(() => document.querySelector("#answer").dataset.kind === "empty");
  }

  /** Nothing was said on the console, nothing asked of another host. */
  assertClean() {
    assert.deepEqual(this.complaints, []);
    assert.deepEqual(this.strayRequests(), []);
  }

  strayRequests() {
    const here = new URL(this.page.url());
    const own = (url) =>
      /^(blob|data):/.test(url) ||
      (here.protocol === "file:" ? url === here.href : new URL(url).origin === here.origin);
    return [
      ...this.requests.filter((url) => !own(url)),
      ...this.browser.strayRequests.filter((url) => !BROWSER_CHATTER.test(url)),
    ];
  }

  /** What is to be seen now, for the messages of failed tests. */
  async describe() {
    const seen = await this.page.evaluate(() => ({
      state: document.documentElement.dataset.state,
      answer: document.querySelector("#answer")?.outerHTML.slice(0, 300),
      text: document.body?.innerText.slice(0, 400),
      digitpad: JSON.stringify(window.digitpad),
    }));
    return JSON.stringify({ ...seen, complaints: this.complaints }, null, 1);
  }

  async close() {
    await this.page.close();
  }
}

/** Show the page "light", "dark", or in "forced" colours. */
async function show(page, theme) {
  const forced = theme === "forced";
  const features = [
    { name: "prefers-color-scheme", value: forced ? "dark" : theme },
    { name: "forced-colors", value: forced ? "active" : "none" },
  ];
  // The driver's own call does not know of forced colours.
  const client = await page.createCDPSession();
  await client.send("Emulation.setEmulatedMedia", { features });
}

/** What a console message says; only Chromium tells an error's traceback. */
function inFull(message, browser) {
  if (browser.kind !== "chromium" || message.args().length === 0) return message.text();
  const values = message.args().map((argument) => argument.remoteObject());
  return values.map(({ description, value }) => description ?? value).join(" ");
}
