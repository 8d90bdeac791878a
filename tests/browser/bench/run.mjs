// The page beside a plain PyScript page that does the same job, in the same run.
//
//   node bench/run.mjs STOCK_DIST [RUNS]
//
// prints a report in Markdown; progress goes to standard error.

import { readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import { join } from "node:path";
import { BROWSERS, DIST, SINGLE_FILE, Site, launch } from "../harness.mjs";
import { timePredictions } from "./clock.mjs";
import { feel } from "./figures.mjs";
import { measure } from "./measure.mjs";
import { megabytes, milliseconds, quantile, seconds, table } from "./table.mjs";

const [stock, runs = "5"] = process.argv.slice(2);
const DRAWINGS = 20;

const WAYS = [
  ["plain PyScript page, cold", (browser) => served(browser, stock, { page: "stock.html" })],
  ["plain PyScript page, warm cache", (browser) => served(browser, stock, { page: "stock.html", warm: true })],
  ["Digitpad, cold", (browser) => served(browser, DIST, { drawings: DRAWINGS })],
  ["Digitpad, warm cache", (browser) => served(browser, DIST, { warm: true })],
  ["Digitpad, service worker, server stopped", offline],
  ["`digitpad.html` from `file://`", (browser) => measure(browser, SINGLE_FILE)],
];

/** Measure a page on a server; with `warm`, its second visit, without service worker. */
async function served(browser, folder, { page = "", warm = false, drawings = 0 }) {
  const site = await Site.serve(folder);
  try {
    if (warm) {
      site.alter(/service-worker\.js$/, () => null);
      await measure(browser, site.url + page);
    }
    if (drawings) timePredictions(site);
    const before = site.bytes;
    const figures = await measure(browser, site.url + page, { drawings });
    return { ...figures, bytes: site.bytes - before };
  } finally {
    await site.stop();
  }
}

/** Measure a visit after the server is gone. */
async function offline(browser) {
  const site = await Site.serve(DIST);
  const page = await browser.newPage();
  await page.goto(site.url);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.close();
  await site.stop();
  return { ...(await measure(browser, site.url)), bytes: 0 };
}

/** Several visits, each in a browser of its own, only to feel how the page responds. */
async function feelAll(name) {
  const felt = [];
  for (let run = 1; run <= Number(runs); run += 1) {
    const site = await Site.serve(DIST);
    const browser = await launch(name);
    try {
      felt.push(await feel(browser, site.url));
    } finally {
      await browser.close();
      await site.stop();
    }
  }
  return felt;
}

/** Put the plain page beside the stock build, with the configuration of its worker. */
async function writePlainPage() {
  const built = await readFile(join(stock, "index.html"), "utf8");
  const [config] = /<py-config[^]*<\/py-config>/.exec(built);
  const page = await readFile(new URL("stock.html", import.meta.url), "utf8");
  await writeFile(join(stock, "stock.html"), page.replace("<!-- py-config -->", config));
}

/** All runs of one browser: by way, what was measured each time. */
async function measureAll(name) {
  const results = new Map(WAYS.map(([way]) => [way, []]));
  for (let run = 1; run <= Number(runs); run += 1) {
    for (const [way, go] of WAYS) {
      const browser = await launch(name);
      try {
        const figures = await go(browser);
        results.get(way).push(figures);
        console.error(`${name} ${run}/${runs}: ${way}: ready after ${seconds(figures.ready)}`);
      } finally {
        await browser.close();
      }
    }
  }
  return results;
}

function report(results) {
  const median = (way, figure) => quantile(results.get(way).map((figures) => figures[figure]), 0.5);
  const [reference] = results.keys();
  const rows = [...results.keys()].map((way) => {
    const bytes = median(way, "bytes");
    return [
      way,
      seconds(median(way, "drawable")),
      seconds(median(way, "ready")),
      `${(median(reference, "ready") / median(way, "ready")).toFixed(1)} ×`,
      seconds(median(way, "answered")),
      milliseconds(median(way, "longest")),
      bytes === undefined ? "" : megabytes(bytes),
      megabytes(median(way, "memory")),
    ];
  });
  const head = ["", "drawable", "ready", "faster", "first answer", "longest task", "transferred", "memory"];
  return table(head, rows);
}

function latencies(results) {
  const all = (figure) => [...results.values()].flat().flatMap((figures) => figures[figure]);
  const spread = (times) =>
    `median ${milliseconds(quantile(times, 0.5))}, 95th percentile ${milliseconds(quantile(times, 0.95))}`;
  const waits = all("waits");
  return (
    `From lifting the pen to the answer, ${waits.length} strokes: ${spread(waits)}.\n` +
    `One prediction in the worker, normalisation included: ${spread(all("predictions"))}.`
  );
}

function feelings(felt) {
  const median = (figure) => quantile(felt.map((figures) => figures[figure]), 0.5);
  const told = (figure, unit) => (median(figure) === null ? "not told by this browser" : unit(median(figure)));
  return (
    `Largest contentful paint: ${told("paint", milliseconds)}. Layout shift: ${told("shift", (share) => share.toFixed(4))}. ` +
    `Slowest response while Python loads: ${told("input", milliseconds)}. ` +
    `A photo of 12 megapixels, from drop to answer: ${told("photo", milliseconds)}.`
  );
}

await writePlainPage();
const [{ model }] = os.cpus();
const gigabytes = Math.round(os.totalmem() / 2 ** 30);
console.log(`# Benchmark

The page beside a plain PyScript page that does the same job with the official files on
the main thread, both in this one run of \`scripts/bench\`. Times count from the start of
navigation. "Drawable" is when something listens to the pad, "ready" when Python answers,
"faster" is the plain page's time until ready over this one's, "first answer" that to a
digit drawn as soon as one can. The longest task is the main thread's, by the browser's own
account in Chromium (which tells those from 50 ms), by a heartbeat in Firefox; memory is
that of all the browser's processes.

${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} cores (${model.trim()}), ${gigabytes} GB,
load average ${os.loadavg()[0].toFixed(1)} at the start, medians of ${runs} run${runs === "1" ? "" : "s"}.`);
for (const name of BROWSERS) {
  const browser = await launch(name);
  const version = await browser.version();
  await browser.close();
  const results = await measureAll(name);
  console.log(`\n## ${version}\n\n${report(results)}\n\n${latencies(results)}\n\n${feelings(await feelAll(name))}`);
}
