// A static host that can misbehave: under a sub-path, with GitHub Pages' caching.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/**
 * Serve a folder on a free port of 127.0.0.1.
 *
 * `url` is the address of the folder and `directory` may be changed while it
 * runs (a new version is deployed). `requests` lists what was asked for.
 */
export class Site {
  static async serve(directory, { prefix = "/some/folder/" } = {}) {
    const site = new Site(directory, prefix);
    await site.start();
    return site;
  }

  #server;
  #port = 0;
  #rules = [];

  constructor(directory, prefix) {
    this.directory = directory;
    this.prefix = prefix;
    this.requests = [];
  }

  get url() {
    return `http://127.0.0.1:${this.#port}${this.prefix}`;
  }

  get bytes() {
    return this.requests.reduce((total, request) => total + request.bytes, 0);
  }

  /** Listen, on the same port as before if it was stopped. */
  async start() {
    this.#server = createServer((request, response) => this.#answer(request, response));
    await new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(this.#port, "127.0.0.1", resolve);
    });
    this.#port = this.#server.address().port;
  }

  /** Refuse connections from now on, and cut the open ones. */
  async stop() {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** Send `change(body)` for the files that match; null stands for "404". */
  alter(pattern, change) {
    this.#rules.push({ pattern, change: async (body) => change(body) });
  }

  /** Keep the files that match waiting until the returned function is called. */
  hold(pattern) {
    let release;
    const released = new Promise((resolve) => (release = resolve));
    this.#rules.push({ pattern, change: (body) => released.then(() => body) });
    return release;
  }

  /** Serve everything as it lies in the folder again. */
  restore() {
    this.#rules = [];
  }

  async #answer(request, response) {
    const path = decodeURIComponent(new URL(request.url, this.url).pathname);
    let body = await this.#read(path);
    for (const { pattern, change } of this.#rules) {
      if (body !== null && pattern.test(path)) body = await change(body);
    }
    let status = body === null ? 404 : 200;
    body ??= Buffer.from("Not found");
    const tag = `"${createHash("sha1").update(body).digest("hex")}"`;
    if (request.headers["if-none-match"] === tag) {
      status = 304;
      body = Buffer.alloc(0);
    }
    this.requests.push({ path, status, bytes: body.length });
    response.writeHead(status, {
      "Content-Type": TYPES[extname(path) || ".html"] ?? "application/octet-stream",
      "Cache-Control": "max-age=600",
      ETag: tag,
    });
    response.end(body);
  }

  async #read(path) {
    if (!path.startsWith(this.prefix)) return null;
    const name = normalize(path.slice(this.prefix.length) || "index.html");
    if (name.startsWith("..")) return null;
    try {
      return await readFile(join(this.directory, name));
    } catch (error) {
      if (error.code === "ENOENT" || error.code === "EISDIR") return null;
      throw error;
    }
  }
}
