// The watch over the page must itself be able to catch something.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { BROWSERS, Site, Visit, launch } from "./harness.mjs";

const PAGE = `<!doctype html><html data-state="loading"><title>Talkative</title>
<link rel="icon" href="data:,"><script>
  const worker = "console.warn('odd'); fetch('http://example.com/worker').catch(() => postMessage(0))";
  new Worker(URL.createObjectURL(new Blob([worker]))).onmessage = () => {
    document.documentElement.dataset.state = "ready";
    throw new Error("on purpose");
  };
</script>`;

let folder, site;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "digitpad-page-"));
  await writeFile(join(folder, "index.html"), PAGE);
  site = await Site.serve(folder);
});

after(async () => {
  await site.stop();
  await rm(folder, { recursive: true });
});

for (const name of BROWSERS) {
  test(`${name}: warnings, exceptions and stray requests of page and worker are seen`, async () => {
    const browser = await launch(name);
    try {
      const visit = await Visit.open(browser, site.url);
      await visit.state("ready");
      assert.match(visit.complaints.join("\n"), /odd[^]*on purpose/);
      assert.ok(visit.strayRequests().includes("http://example.com/worker"));
      assert.throws(() => visit.assertClean());
    } finally {
      await browser.close();
    }
  });
}

test("a stopped site refuses, a restarted one has the same address", async () => {
  const { url } = site;
  await site.stop();
  await assert.rejects(fetch(url));
  await site.start();
  assert.equal((await fetch(url)).status, 200);
});

test("files can be altered, removed and held back", async () => {
  site.alter(/index\.html$|\/$/, (body) => body.subarray(0, 9));
  assert.equal(await (await fetch(site.url)).text(), "<!doctype");
  site.alter(/\/$/, () => null);
  assert.equal((await fetch(site.url)).status, 404);
  site.restore();
  const release = site.hold(/\/$/);
  const held = fetch(site.url);
  assert.equal(await Promise.race([held, new Promise((resolve) => setTimeout(resolve, 50, "held"))]), "held");
  release();
  assert.equal((await held).status, 200);
});
