/* The worker in which Python runs. It starts Pyodide from the packs of the slim
   runtime, without waiting for PyScript; when PyScript is up, boot.js sends its
   worker module here, and the module finds Python already running.

   It is a classic worker because Chromium starts no module worker from a file, and
   it makes its own blobs because Chromium's workers cannot import the page's. */
"use strict";

const VERSION = "314.0.3";
const NO_PACKAGES = {
  info: {
    abi_version: "2026_0",
    arch: "wasm32",
    platform: "emscripten_5_0_3",
    python: "3.14.0",
    version: VERSION,
  },
  packages: {},
};
// What part of the whole has passed when a step begins.
const STEPS = { download: 0, start: 0.5, import: 0.65, model: 0.95 };

const post = self.postMessage.bind(self);
const tell = (name, detail) => post({ digitpad: [name, detail] });
const loading = { loaded: 0, total: 0 };

function progress(step, part = 0) {
  const names = Object.keys(STEPS);
  const end = STEPS[names[names.indexOf(step) + 1]] ?? 1;
  const fraction = STEPS[step] + part * (end - STEPS[step]);
  tell("progress", { fraction, step, ...loading });
}

class Failure extends Error {
  constructor(reason, file, message) {
    super(message);
    Object.assign(this, { reason, file });
  }
}

function fail(error) {
  const message = String(error.message ?? error);
  const memory = error instanceof RangeError || /memory|allocat/i.test(message);
  const reason = error.reason ?? (memory ? "memory" : "other");
  tell("failure", { reason, file: error.file ?? null, message });
}

/* ---- Messages: ours are taken out, PyScript's wait until its module listens ---- */

const addListener = self.addEventListener.bind(self);
self.digitpadListen = addListener; // for Pyodide, whose own listener must not count
const waiting = []; // PyScript's messages that came before its listeners, in order
let wanted = 0; // its one-time listeners that still wait for a message
let live = false; // whether its lasting listener is there
let replaying = false;
let scheduled = false;
let present = false; // whether PyScript's module is here, and can listen at all

/* Hand over the next message, each in a turn of its own as if it had just come. */
function replay() {
  if (scheduled || !waiting.length || !(live || wanted)) return;
  scheduled = true;
  setTimeout(() => {
    scheduled = false;
    if (wanted) wanted -= 1;
    const { data, ports } = waiting.shift();
    replaying = true;
    self.dispatchEvent(new MessageEvent("message", { data, ports: [...ports] }));
    replaying = false;
    replay();
  });
}

addListener("message", (event) => {
  if (event.data?.digitpad) {
    event.stopImmediatePropagation();
    receive(event.data.digitpad);
  } else if (!replaying && (!live || waiting.length)) {
    event.stopImmediatePropagation();
    waiting.push(event);
    replay();
  }
});

self.addEventListener = (type, listener, options) => {
  addListener(type, listener, options);
  if (type !== "message" || !present) return;
  if (options?.once) wanted += 1;
  else live = true;
  replay();
};

const texts = {}; // the single file's assets: promises, and how to keep them

function receive({ manifest, base, cache, asset, text, module }) {
  if (manifest) start(manifest, base, cache);
  else if (asset) texts[asset].resolve(text);
  else {
    present = true;
    importText(module).catch(fail);
  }
}

/* ---- Packs: fetched or handed over, counted, unpacked ---- */

const PATIENCE = 30000; // milliseconds without a byte of any pack
let stalled; // the timer that runs out then

function awaitBytes(file) {
  clearTimeout(stalled);
  if (loading.loaded === loading.total) return;
  const message = "Nothing has come for half a minute. Is there a connection?";
  stalled = setTimeout(() => fail(new Failure("missing", file, message)), PATIENCE);
}

async function fetchPack({ file, size }, base, cache) {
  awaitBytes(file);
  const response = await fetch(new URL(file, base), { cache }).catch((error) => {
    throw new Failure("missing", file, `${file} could not be fetched: ${error.message}`);
  });
  if (!response.ok) {
    throw new Failure("missing", file, `${file} is missing (${response.status}).`);
  }
  let received = 0;
  const count = new TransformStream({
    transform(chunk, controller) {
      received += chunk.length;
      loading.loaded += chunk.length;
      awaitBytes(file);
      progress("download", loading.loaded / loading.total);
      controller.enqueue(chunk);
    },
    flush() {
      if (received !== size) throw new Failure("corrupt", file, damaged(file));
    },
  });
  return response.body.pipeThrough(count);
}

async function textPack({ file, size }) {
  const bytes = decodeText(await texts[file].promise).subarray(0, size);
  loading.loaded += size;
  progress("download", loading.loaded / loading.total);
  return new Blob([bytes]).stream();
}

const damaged = (file) => `${file} is damaged: its content is not what was published.`;

/* Seven bits a character: see encode in sitebuild/sevenbit.py. */
function decodeText(text) {
  const BARRED = [0x00, 0x0d, 0x3c]; // stand as U+0080, U+0081, U+0082
  const bytes = new Uint8Array((text.length >> 3) * 7);
  let position = 0;
  let bits = 0;
  for (let i = 0; i < text.length; i += 1) {
    let value = text.charCodeAt(i);
    if (value > 0x7f) value = BARRED[value - 0x80];
    bits = ((bits << 7) | value) & 0x7fff;
    const place = i & 7;
    if (place) bytes[position++] = bits >> (7 - place);
  }
  return bytes;
}

/* Unpack; gzip's own checksum and length tell when a file is damaged. */
function unpacked(pack, stream, type) {
  const plain = stream.pipeThrough(new DecompressionStream("gzip"));
  const response = new Response(plain, { headers: { "content-type": type } });
  const explain = (error) => {
    if (error.reason || error instanceof RangeError) throw error; // known, or no memory
    if (error instanceof WebAssembly.CompileError) {
      const message = `This browser cannot run Python's WebAssembly: ${error.message}`;
      throw new Failure("webassembly", null, message);
    }
    throw new Failure("corrupt", pack.file, damaged(pack.file));
  };
  return { response, explain };
}

async function readPack(pack, stream) {
  const { response, explain } = unpacked(pack, stream, "application/octet-stream");
  return new Uint8Array(await response.arrayBuffer().catch(explain));
}

async function compilePack(pack, stream) {
  const { response, explain } = unpacked(pack, stream, "application/wasm");
  return WebAssembly.compileStreaming(response).catch(explain);
}

/* A bundle's files: see pack_files in sitebuild/inside/pack.py. */
function* bundleFiles(bytes) {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const index = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  for (const [path, offset, size] of index) {
    const begin = 4 + length + offset;
    yield [path, bytes.subarray(begin, begin + size)];
  }
}

function writeFiles(FS, bytes) {
  const folders = new Set();
  for (const [path, content] of bundleFiles(bytes)) {
    const folder = path.slice(0, path.lastIndexOf("/"));
    if (!folders.has(folder)) FS.mkdirTree(folder);
    folders.add(folder);
    FS.writeFile(path, content, { canOwn: true });
  }
}

/* ---- Python ---- */

async function importText(text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  return import(url).finally(() => URL.revokeObjectURL(url));
}

let ready; // Pyodide, as a promise

function start(manifest, base, cache) {
  loading.total = manifest.packs.reduce((sum, { size }) => sum + size, 0);
  for (const { file } of manifest.packs) {
    const keep = {};
    keep.promise = new Promise((resolve) => (keep.resolve = resolve));
    texts[file] = keep;
  }
  const inline = !manifest.worker;
  const open = (pack) => (inline ? textPack(pack) : fetchPack(pack, base, cache));
  const packs = {};
  for (const pack of manifest.packs) {
    const read = pack.name === "wasm" ? compilePack : readPack;
    packs[pack.name] = open(pack).then((stream) => read(pack, stream));
  }
  progress("download");
  ready = startPython(packs, manifest.imports);
  // Pyodide goes on without what it was not given: the packs tell it themselves.
  for (const part of [...Object.values(packs), ready]) part.catch(fail);
}

async function startPython(packs, imports) {
  const files = Object.fromEntries(bundleFiles(await packs.python));
  const [{ default: createPyodideModule }, { loadPyodide }] = await Promise.all([
    importText(files["pyodide.asm.mjs"]),
    importText(files["pyodide.mjs"]),
  ]);
  self.digitpadModule = await packs.wasm;
  self.digitpadFail = fail;
  progress("start");
  const stdlib = URL.createObjectURL(new Blob([files["stdlib.zip"]]));
  const pyodide = await loadPyodide({
    indexURL: "https://pyodide.invalid/",
    createPyodideModule,
    stdLibURL: stdlib,
    lockFileContents: NO_PACKAGES,
    fsInit: async (FS) => {
      writeFiles(FS, await packs.packages);
      writeFiles(FS, await packs.project);
    },
  });
  progress("import");
  pyodide.pyimport("sitecustomize").watch((count) => {
    if (count < imports) progress("import", count / imports);
    else progress("model");
  });
  return pyodide;
}

// pyodide.mjs refuses to run in classic workers; it is imported, so it need not.
self.importScripts = undefined;

/* PyScript's import of its interpreter comes here, by a patch of the build. */
self.digitpadImport = async () => ({
  version: VERSION,
  async loadPyodide({ stdout, stderr }) {
    const pyodide = await ready;
    if (stdout) pyodide.setStdout({ batched: stdout });
    if (stderr) pyodide.setStderr({ batched: stderr });
    return pyodide;
  },
});
