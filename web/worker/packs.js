/* Packs: fetched or handed over, counted, unpacked. */

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

/* Why a pack cannot be read: what is known already, or what the error tells. */
const explain = (pack) => (error) => {
  if (error.reason || error instanceof RangeError) throw error; // known, or no memory
  if (error instanceof WebAssembly.CompileError) {
    const message = `This browser cannot run Python's WebAssembly: ${error.message}`;
    throw new Failure("webassembly", null, message);
  }
  throw new Failure("corrupt", pack.file, damaged(pack.file));
};

async function readBytes(pack, stream) {
  const buffer = await new Response(stream).arrayBuffer().catch(explain(pack));
  return new Uint8Array(buffer);
}

/* What the browser unpacks itself; gzip's own checksum and length tell of damage. */
const ungzip = (stream) => stream.pipeThrough(new DecompressionStream("gzip"));

async function ungzipFiles(pack, stream) {
  return Object.fromEntries(bundleFiles(await readBytes(pack, ungzip(stream))));
}

async function ungzipProgram(pack, stream) {
  const headers = { "content-type": "application/wasm" };
  const response = new Response(ungzip(stream), { headers });
  return WebAssembly.compileStreaming(response).catch(explain(pack));
}

/* What only a running Python needs is smaller by zstd, which browsers do not know, but
   Python's own WebAssembly does. */
async function unzstd(pack, stream, pythonStarts) {
  const bytes = await readBytes(pack, stream);
  const python = await pythonStarts;
  const source = python._malloc(bytes.length);
  const target = python._malloc(pack.unpacked);
  if (!source || !target) throw new RangeError("There is no memory for Python's files.");
  python.HEAPU8.set(bytes, source);
  const length = python._ZSTD_decompress(target, pack.unpacked, source, bytes.length);
  const content = python.HEAPU8.slice(target, target + pack.unpacked);
  python._free(source);
  python._free(target);
  if (length !== pack.unpacked) throw new Failure("corrupt", pack.file, damaged(pack.file));
  return content;
}

/* A bundle's files: see bundle in sitebuild/packs.py. */
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
