// Pictures of strokes, as photos have them, made in the page and handed to it.

import assert from "node:assert/strict";
import { sample } from "./drawing.mjs";

/** Runs in the page: the bytes of a photo-like picture of strokes. */
async function paint({ strokes, type, width, height, paper, ink, ruled, turned }) {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  const shade = context.createLinearGradient(0, 0, width, height);
  shade.addColorStop(0, paper[0]);
  shade.addColorStop(1, paper[1]);
  context.fillStyle = shade;
  context.fillRect(0, 0, width, height);
  if (ruled) {
    context.fillStyle = ruled;
    for (let y = 0; y < height; y += height / 12) context.fillRect(0, y, width, height / 240);
  }
  if (turned) {
    context.translate(0, height); // as a camera held on its side has it
    context.rotate(-Math.PI / 2);
  }
  const side = 0.5 * Math.min(width, height);
  context.translate(0.3 * (turned ? height : width), 0.25 * (turned ? width : height));
  context.scale(side / 100, side / 100);
  context.strokeStyle = ink;
  context.lineWidth = 7;
  context.lineCap = context.lineJoin = "round";
  for (const [first, ...rest] of strokes) {
    context.beginPath();
    context.moveTo(...first);
    for (const point of rest) context.lineTo(...point);
    context.stroke();
  }
  const encode = { "image/bmp": window.bmp, "image/gif": window.gif }[type];
  if (encode) return encode(context.getImageData(0, 0, width, height));
  const blob = await new Promise((done) => canvas.toBlob(done, type, 0.9));
  const bytes = new Uint8Array(await blob.arrayBuffer());
  if (!turned) return bytes;
  // Orientation 6 in EXIF: to be turned a quarter clockwise.
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1];
  exif.push(0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0);
  const head = [0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif];
  return new Uint8Array([...head, ...bytes.subarray(2)]);
}

/** Runs in the page: a BMP file, which no canvas writes. */
function bmp({ data, width, height }) {
  const row = Math.ceil((width * 3) / 4) * 4;
  const bytes = new Uint8Array(54 + row * height);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, 54, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  view.setInt32(22, -height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (let c = 0; c < 3; c += 1) bytes[54 + y * row + 3 * x + c] = data[4 * (y * width + x) + 2 - c];
  return bytes;
}

/** Runs in the page: a GIF file, which no canvas writes either; grey, not compressed. */
function gif({ data, width, height }) {
  const [clear, end] = [128, 129];
  const codes = [];
  for (let i = 0; i < width * height; i += 1) {
    if (i % 100 === 0) codes.push(clear); // then codes keep their 8 bits: one a byte
    codes.push(data[4 * i + 1] >> 1);
  }
  codes.push(end);
  const blocks = [];
  for (let i = 0; i < codes.length; i += 255) {
    const block = codes.slice(i, i + 255);
    blocks.push(block.length, ...block);
  }
  const size = [width & 255, width >> 8, height & 255, height >> 8];
  const greys = Array.from({ length: 128 }, (_, i) => [2 * i, 2 * i, 2 * i]).flat();
  const head = [...new TextEncoder().encode("GIF89a"), ...size, 0xf6, 0, 0, ...greys];
  return new Uint8Array([...head, 0x2c, 0, 0, 0, 0, ...size, 0, 7, ...blocks, 0, 0x3b]);
}

/** Runs in the page: hand a file to it as a drop, a paste, or a choice; note how long its answer takes. */
function hand(way, type, bytes) {
  const data = new DataTransfer();
  data.items.add(new File([bytes], "picture", { type }));
  const begin = performance.now();
  new MutationObserver((_, observer) => {
    if (!document.querySelector("#answer").dataset.kind) return;
    window.handled = performance.now() - begin;
    observer.disconnect();
  }).observe(document.querySelector("#answer"), { attributes: true, attributeFilter: ["data-kind"] });
  const send = (kind, Kind, options) =>
    document.querySelector("main").dispatchEvent(new Kind(kind, { bubbles: true, cancelable: true, ...options }));
  if (way === "drop") {
    send("dragover", DragEvent, { dataTransfer: data });
    const outlined = document.documentElement.dataset.drop === "over";
    send("drop", DragEvent, { dataTransfer: data });
    return outlined && !document.documentElement.dataset.drop;
  }
  if (way === "paste") {
    const paste = new Event("paste", { bubbles: true, cancelable: true });
    Object.defineProperty(paste, "clipboardData", { value: data }); // Firefox empties one that it is given
    document.querySelector("main").dispatchEvent(paste);
  } else {
    const input = document.querySelector("#file");
    input.files = data.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
  return true;
}

/** For `Visit.open({before})`: what a page needs to be given pictures. */
export const PAINTER = [paint, bmp, gif, hand].map((each) => `window.${each.name} = ${each};`).join("\n");

/** Give the page a picture, or bytes, by "drop", "paste" or "choice". */
export async function give(page, way, type, { bytes, ...picture }) {
  const taken = await page.evaluate(
    async (way, type, bytes, picture) => window.hand(way, type, bytes ?? (await window.paint({ type, ...picture }))),
    way, type, bytes ?? null, picture,
  );
  assert.ok(taken, `${type} by ${way} was not taken as one`);
}

/** A picture as if taken of a sheet of paper: unevenly lit, written on in blue. */
export const photo = (digit) => ({
  strokes: sample(digit).strokes,
  width: 640,
  height: 480,
  paper: ["#f4efe2", "#b9b2a0"],
  ink: "#1d3f8a",
});
