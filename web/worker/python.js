/* The worker in which Python runs. It starts Pyodide from the packs of the slim
   runtime, without waiting for PyScript; when PyScript is up, boot.js sends its
   worker module here, and the module finds Python already running.

   It is a classic worker because Chromium starts no module worker from a file, and
   it makes its own blobs because Chromium's workers cannot import the page's. */

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

const texts = {}; // the single file's assets: promises, and how to keep them

function receive({ manifest, base, cache, asset, text, module }) {
  if (manifest) start(manifest, base, cache);
  else if (asset) texts[asset].resolve(text);
  else {
    present = true;
    importText(module).catch(fail);
  }
}

async function importText(text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  return import(url).finally(() => URL.revokeObjectURL(url));
}

/* A promise, and what keeps it. */
function awaited() {
  const result = {};
  result.promise = new Promise((resolve) => (result.resolve = resolve));
  return result;
}

let ready; // Pyodide, as a promise

function start(manifest, base, cache) {
  loading.total = manifest.packs.reduce((sum, { size }) => sum + size, 0);
  for (const { file } of manifest.packs) texts[file] = awaited();
  const inline = !manifest.worker;
  const python = awaited();
  const packs = {};
  for (const pack of manifest.packs) {
    const stream = inline ? textPack(pack) : fetchPack(pack, base, cache);
    const unpack = { wasm: ungzipProgram, python: ungzipFiles }[pack.name] ?? unzstd;
    packs[pack.name] = stream.then((stream) => unpack(pack, stream, python.promise));
  }
  progress("download");
  ready = startPython(packs, manifest.imports, python.resolve);
  // Pyodide goes on without what it was not given: the packs tell it themselves.
  for (const part of [...Object.values(packs), ready]) part.catch(fail);
}

async function startPython(packs, imports, started) {
  const scripts = await packs.python;
  const [{ default: createPyodideModule }, { loadPyodide }] = await Promise.all([
    importText(scripts["pyodide.asm.mjs"]),
    importText(scripts["pyodide.mjs"]),
  ]);
  self.digitpadModule = await packs.wasm;
  self.digitpadFail = fail;
  self.digitpadStdlib = (python) => {
    started(python);
    return packs.stdlib;
  };
  const pyodide = await loadPyodide({
    indexURL: "https://pyodide.invalid/",
    createPyodideModule,
    lockFileContents: NO_PACKAGES,
    fsInit: async (FS) => {
      writeFiles(FS, await packs.packages);
      writeFiles(FS, await packs.project);
      await packs.stdlib;
      progress("start");
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
