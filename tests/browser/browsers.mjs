// Real browsers, cut off from the world.

import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import puppeteer from "puppeteer-core";

export const BROWSERS = ["chromium", "firefox"];

const EXECUTABLES = {
  chromium: ["chromium", "google-chrome"],
  firefox: ["firefox-esr", "firefox"],
};

/**
 * Start a browser with a profile of its own.
 *
 * All it asks of hosts other than 127.0.0.1 ends at a proxy that refuses it and
 * writes it down in `browser.strayRequests`; workers and service workers have
 * no way round it. `close()` also removes the profile. With a `density`, the screen
 * itself has so many pixels to one of CSS, which no emulated viewport has; with
 * `sharing`, the page can share files, of which Firefox knows nothing yet.
 */
export async function launch(name, { density, sharing = false } = {}) {
  const wall = await refuseAll();
  const profile = await mkdtemp(join(tmpdir(), `digitpad-${name}-`));
  const options = name === "chromium" ? chromium(wall.port) : firefox(wall.port);
  if (density) {
    options.defaultViewport = null;
    options.args?.push(`--force-device-scale-factor=${density}`);
    Object.assign(options.extraPrefsFirefox ?? {}, { "layout.css.devPixelsPerPx": `${density}` });
  }
  if (sharing) {
    options.args?.push("--enable-blink-features=WebShare");
    Object.assign(options.extraPrefsFirefox ?? {}, { "dom.webshare.enabled": true });
  }
  const browser = await puppeteer.launch({
    executablePath: find(EXECUTABLES[name]),
    userDataDir: profile,
    headless: true,
    protocolTimeout: 240_000,
    ...options,
  });
  const closeBrowser = browser.close.bind(browser);
  return Object.assign(browser, {
    kind: name,
    strayRequests: wall.requests,
    async close() {
      await closeBrowser();
      wall.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  });
}

function find(names) {
  const folders = process.env.PATH.split(delimiter);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = paths.find((path) => existsSync(path));
  if (!found) throw new Error(`no ${names.join(" or ")} here: run scripts/install`);
  return found;
}

function chromium(proxyPort) {
  return {
    browser: "chrome",
    args: [
      `--proxy-server=127.0.0.1:${proxyPort}`,
      "--disable-gpu",
      "--disable-dev-shm-usage",
      // Chromium's sandbox needs a user who is not root.
      ...(process.getuid() === 0 ? ["--no-sandbox"] : []),
    ],
  };
}

function firefox(proxyPort) {
  return {
    browser: "firefox",
    extraPrefsFirefox: {
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": proxyPort,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": proxyPort,
      "dom.w3c_touch_events.enabled": 1,
    },
  };
}

async function refuseAll() {
  const requests = [];
  const proxy = createServer((request, response) => {
    requests.push(request.url);
    response.writeHead(403).end();
  });
  proxy.on("connect", (request, socket) => {
    requests.push(request.url);
    socket.on("error", () => {}); // the browser may hang up before it is refused
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  return {
    requests,
    port: proxy.address().port,
    close: () => proxy.close().closeAllConnections(),
  };
}
