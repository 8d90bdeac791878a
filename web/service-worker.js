/* Keeps one whole version of the site, so that it works with no network.

   A version is complete or it is not there: each file is checked against its
   digest before any is kept, and the old version stays until the new one is
   whole and the page asks for it. */
"use strict";

const VERSION = "@version@"; // both are written here by the build
const FILES = "@files@"; // path: SHA-256
const PREFIX = `digitpad ${self.registration.scope} `; // other copies may live beside
const CACHE = PREFIX + VERSION;

const address = (path) => new URL(path, self.registration.scope).href;

async function matches(response, digest) {
  if (!response?.ok) return false;
  const bytes = await response.clone().arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return digest === Array.from(hash, (b) => b.toString(16).padStart(2, "0")).join("");
}

/* From the former version, the browser's own cache or the network, as it fits. */
async function obtain(path, digest) {
  const url = address(path);
  const sources = [
    () => caches.match(url),
    () => fetch(url, { cache: "no-cache" }),
    () => fetch(url, { cache: "reload" }),
  ];
  for (const source of sources) {
    const response = await source();
    if (await matches(response, digest)) return response;
  }
  throw new Error(`${path} is not what was published`);
}

async function install() {
  const cache = await caches.open(CACHE);
  try {
    for (const [path, digest] of Object.entries(FILES)) {
      await cache.put(address(path), await obtain(path, digest));
    }
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function removeOthers() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request) {
  const url = request.url.split(/[?#]/)[0];
  const page = url === self.registration.scope ? address("index.html") : url;
  const cache = await caches.open(CACHE);
  return (await cache.match(page)) ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(removeOthers()));
self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET") event.respondWith(answer(event.request));
});
