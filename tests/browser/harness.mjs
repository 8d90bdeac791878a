// What the browser tests stand on.
//
//   onPage(BROWSERS, { touch: true }, (test) => {
//     test("a 3 is read", async ({ visit }) => {
//       await visit.draw(sample(3), { pointer: "touch" });
//       assert.equal((await visit.answer()).digit, 3);
//     });
//   });
//
// or step by step:
//
//   const site = await Site.serve(DIST);          // a static host, under a sub-path
//   const browser = await launch("chromium");     // or "firefox"
//   const visit = await Visit.open(browser, site.url);
//   await visit.state("ready");

export { BROWSERS, launch } from "./browsers.mjs";
export { DOUBTFUL, SCRIBBLE, sample, samples } from "./drawing.mjs";
export { DIST, RUNTIME, SINGLE_FILE, SOURCE } from "./places.mjs";
export { Site } from "./server.mjs";
export { inBrowsers, onPage } from "./stage.mjs";
export { Visit } from "./visit.mjs";
