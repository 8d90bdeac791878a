// What the tests of a file share: a site, a browser, and often a page that is ready.

import { after, before, beforeEach, describe, test } from "node:test";
import { launch } from "./browsers.mjs";
import { DIST } from "./places.mjs";
import { Site } from "./server.mjs";
import { Visit } from "./visit.mjs";

/**
 * Describe tests in each of the browsers, with a site to visit.
 *
 * `tests` takes the function to declare tests with, and the browser's name. Each
 * test takes `{site, browser}` and node's own test context.
 */
export function inBrowsers(names, tests) {
  for (const name of names) {
    describe(name, () => {
      const stage = {};
      before(async () => {
        stage.site = await Site.serve(DIST);
        stage.browser = await launch(name);
      });
      after(async () => {
        await stage.browser.close();
        await stage.site.stop();
      });
      tests((title, run) => test(title, (context) => run(stage, context)), name, stage);
    });
  }
}

/**
 * The same with a page that is ready, and empty before each test: tests take
 * `{visit, page, site, browser}`. Nothing may be complained of in the end.
 */
export function onPage(names, options, tests) {
  inBrowsers(names, (test, name, stage) => {
    before(async () => {
      stage.visit = await Visit.open(stage.browser, stage.site.url, options);
      stage.page = stage.visit.page;
      await stage.visit.state("ready");
    });
    beforeEach(() => stage.visit.clear());
    after(() => stage.visit.assertClean());
    tests(test, name);
  });
}
