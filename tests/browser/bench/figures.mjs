// What one feels of the page: how soon it shows, what moves, how it responds while Python loads.

import { Visit, sample } from "../harness.mjs";
import { PAINTER, give, photo } from "../pictures.mjs";
import { vitals } from "../vitals.mjs";

/** Milliseconds, and the share of the page that moved; null for what the browser cannot tell. */
export async function feel(browser, url) {
  const before = `(${vitals})(); ${PAINTER}`;
  const visit = await Visit.open(browser, url, { context: browser.defaultBrowserContext(), before });
  const { page } = visit;
  try {
    await visit.draw(sample(4));
    for (const id of ["#pen", "#live", "#live"]) await page.click(id);
    await visit.state("ready");
    await visit.answer();
    const { paint, shift, input } = await page.evaluate(() => window.vitals);
    await visit.clear();
    await give(page, "drop", "image/jpeg", { ...photo(2), width: 4000, height: 3000 });
    await visit.answer();
    return { paint, shift, input, photo: await page.evaluate(() => window.handled) };
  } finally {
    await visit.close();
  }
}
