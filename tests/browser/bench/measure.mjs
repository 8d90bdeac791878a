// One measurement: a page opened in a browser, drawn on, and answering.

import { Visit, samples } from "../harness.mjs";
import { predictionsIn } from "./clock.mjs";
import { memoryOf } from "./memory.mjs";
import { probe } from "./probe.mjs";

/**
 * Open the page, draw as soon as one can, and note what happens when.
 *
 * Times are in milliseconds from the start of navigation, or from the lifting of
 * the pen (`waits`, one for each stroke of `drawings` samples). `predictions` are
 * how long the worker took over each of these, where it tells: see clock.mjs.
 */
export async function measure(browser, url, { drawings = 0 } = {}) {
  const context = browser.defaultBrowserContext();
  const visit = await Visit.open(browser, url, { context, before: probe });
  try {
    await visit.until(() => window.probe.drawable);
    await visit.draw(samples[10]);
    await visit.state("ready");
    await visit.answer();
    const { drawable, ready, answered, longest } = await visit.page.evaluate(() => window.probe);
    const memory = await memoryOf(browser.process().pid);
    await visit.page.evaluate(() => window.probe.waits.splice(0));
    visit.said.splice(0);
    for (let i = 0; i < drawings; i += 1) {
      await visit.clear();
      await visit.draw(samples[(i * 7) % samples.length]);
      await visit.answer();
    }
    const { waits } = await visit.page.evaluate(() => window.probe);
    const predictions = predictionsIn(visit.said);
    return { drawable, ready, answered, longest, memory, waits, predictions };
  } finally {
    await visit.close();
  }
}
