// The drawing pane: pointers in, strokes as plain data, ink on a canvas.
// Plain JavaScript, because one can draw from the first moment, before any Python is up. It knows nothing of
// recognition, buttons or words: page/pad.py drives it through `window.pane` and hears "pad:begin" and "pad:change".
(() => {
  "use strict";
  const SIZE = 560; // side of the pad in its own units, whatever its size on screen
  const ERASER = 18; // radius, same units
  const { outline, erase, round } = window.strokes;
  const KEY = "digitpad.drawing";
  const canvas = document.getElementById("pad");
  const context = canvas.getContext("2d");

  // A drawing never changes: every edit makes a new one, so undo is a list of drawings.
  // {strokes: [{pen, points: [[x, y], …]}, …], picture: null or {src}: the square PNG of a picture's ink}
  const EMPTY = { strokes: [], picture: null };
  let drawing = EMPTY;
  let current = null; // the stroke under the pen
  let before = null; // the drawing as it was at pen down
  let tool = "pen";
  let pen = 20;
  let cursor = null; // {x, y, radius}: the eraser's edge, or the keyboard's pen point
  let picture = null; // the decoded image of drawing.picture

  // ---- paint -------------------------------------------------------------------------------------

  const paths = new WeakMap(); // finished strokes keep their path
  function trace(target, stroke, colour) {
    const path = paths.get(stroke) ?? new Path2D(outline(stroke.points));
    if (stroke !== current) paths.set(stroke, path);
    target.lineWidth = stroke.pen;
    target.lineCap = target.lineJoin = "round";
    target.strokeStyle = colour;
    target.stroke(path);
  }

  /** The picture's ink in one colour: its file holds the ink as opacity. */
  function tint(target, colour) {
    target.drawImage(picture, 0, 0, SIZE, SIZE);
    target.globalCompositeOperation = "source-in";
    target.fillStyle = colour;
    target.fillRect(0, 0, SIZE, SIZE);
    target.globalCompositeOperation = "source-over";
  }

  function ink(target, colour) {
    if (picture) tint(target, colour);
    for (const stroke of drawing.strokes) trace(target, stroke, colour);
  }

  let waiting = false;
  function paint() {
    waiting = false;
    const colour = getComputedStyle(canvas).color;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.scale(canvas.width / SIZE, canvas.height / SIZE);
    ink(context, colour);
    if (cursor) ring(colour);
  }

  /** The cursor: a ring with a halo of paper, to be seen on ink as well. */
  function ring(colour) {
    context.beginPath();
    context.arc(cursor.x, cursor.y, cursor.radius, 0, 2 * Math.PI);
    const paper = getComputedStyle(canvas.parentElement).backgroundColor;
    for (const [width, style] of [[6, paper], [2, colour]]) {
      context.lineWidth = width;
      context.strokeStyle = style;
      context.stroke();
    }
  }

  function repaint() {
    if (!waiting) requestAnimationFrame(paint);
    waiting = true;
  }

  function fit(entries) {
    const exact = entries[0].devicePixelContentBoxSize?.[0].inlineSize;
    const side = exact ?? Math.round(canvas.clientWidth * devicePixelRatio);
    if (!side || side === canvas.width) return;
    canvas.width = canvas.height = side;
    paint(); // at once: a resized canvas is blank
  }
  const watcher = new ResizeObserver(fit);
  try {
    watcher.observe(canvas, { box: "device-pixel-content-box" });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    watcher.observe(canvas); // Safari does not know that box
  }
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    matchMedia(query).addEventListener("change", repaint);
  }

  // ---- edits -------------------------------------------------------------------------------------

  function keep() {
    try {
      localStorage.setItem(KEY, JSON.stringify(drawing));
    } catch (error) {
      if (!(error instanceof DOMException)) throw error; // storage full or forbidden: the pad works all the same
    }
  }

  function mark() {
    const kind = drawing.picture ? "picture" : drawing.strokes.length ? "strokes" : "empty";
    document.documentElement.dataset.pad = kind;
  }

  /** Resolves when the drawing's picture, if it has one, can be painted. */
  async function load(source) {
    picture = null;
    if (source) {
      const image = new Image();
      image.src = source.src;
      await image.decode();
      if (drawing.picture === source) picture = image;
    }
    repaint();
  }
  let loaded = Promise.resolve();

  function show(next) {
    const same = drawing.picture === next.picture;
    drawing = next;
    if (!same) loaded = load(next.picture);
    mark();
    repaint();
  }

  function begin(x, y) {
    before = drawing;
    const strokes = drawing.picture ? [] : drawing.strokes; // drawing again replaces a picture
    current = { tool, pen, points: [[round(x), round(y)]] };
    if (tool === "pen") {
      current = { pen, points: current.points };
      show({ strokes: [...strokes, current], picture: null });
    } else {
      show({ strokes: erase(strokes, current.points[0], current.points[0], ERASER), picture: null });
    }
    canvas.dispatchEvent(new CustomEvent("pad:begin"));
  }

  function move(x, y) {
    if (!current) return;
    const last = current.points[current.points.length - 1], point = [round(x), round(y)];
    if (Math.hypot(point[0] - last[0], point[1] - last[1]) < 0.7) return;
    current.points.push(point);
    if (current.tool === "eraser") drawing = { strokes: erase(drawing.strokes, last, point, ERASER), picture: null };
    repaint();
  }

  function end() {
    if (!current) return;
    current = null;
    mark();
    repaint();
    const untouched = drawing.strokes.length === before.strokes.length
      && drawing.strokes.every((stroke, i) => stroke === before.strokes[i]);
    if (untouched) return show(before);
    keep();
    canvas.dispatchEvent(new CustomEvent("pad:change"));
  }

  /** Takes back the stroke under the pen: it was a palm. */
  function abandon() {
    current = null;
    show(before);
  }

  // ---- pointers ----------------------------------------------------------------------------------

  let pointer = null; // {id, type} of the one that draws
  let penSeen = -Infinity; // when a pen was last near: a hand resting beside it does not draw

  function place(event) {
    const box = canvas.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * SIZE, ((event.clientY - box.top) / box.height) * SIZE];
  }

  function hover(event) {
    const [x, y] = place(event);
    cursor = tool === "eraser" && event.pointerType !== "touch" ? { x, y, radius: ERASER } : null;
    if (tool === "eraser") repaint();
  }

  canvas.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "pen") penSeen = event.timeStamp;
    else if (event.pointerType === "touch" && event.timeStamp - penSeen < 1000) return;
    if (event.button !== 0) return;
    if (pointer) {
      if (event.pointerType !== "pen" || pointer.type === "pen") return; // a second finger
      abandon();
    }
    pointer = { id: event.pointerId, type: event.pointerType };
    if (event.isTrusted) canvas.setPointerCapture(event.pointerId);
    cursor = null;
    begin(...place(event));
  });

  canvas.addEventListener("pointermove", (event) => {
    if (event.pointerType === "pen") penSeen = event.timeStamp;
    if (!pointer) return hover(event);
    if (event.pointerId !== pointer.id) return;
    const between = event.getCoalescedEvents?.() ?? [];
    for (const each of between.length ? between : [event]) move(...place(each));
  });

  for (const type of ["pointerup", "pointercancel", "lostpointercapture"]) {
    canvas.addEventListener(type, (event) => {
      if (event.pointerId !== pointer?.id) return;
      pointer = null;
      if (type === "pointerup") move(...place(event));
      end();
    });
  }
  canvas.addEventListener("pointerleave", () => {
    if (cursor && !pointer) { cursor = null; repaint(); }
  });

  // ---- what Python sees --------------------------------------------------------------------------

  /** The drawing on its own canvas, black on white, the same on every screen. */
  function sheet(side) {
    const copy = Object.assign(document.createElement("canvas"), { width: side, height: side });
    const target = copy.getContext("2d", { willReadFrequently: true });
    target.scale(side / SIZE, side / SIZE);
    ink(target, "#000");
    target.globalCompositeOperation = "destination-over";
    target.fillStyle = "#fff";
    target.fillRect(0, 0, SIZE, SIZE);
    return copy;
  }

  window.pane = {
    size: SIZE,
    canvas,
    empty: EMPTY,
    get drawing() { return drawing; },
    get strokes() { return drawing.strokes.length; },
    get busy() { return current !== null; },
    set tool(name) { tool = name; },
    set pen(width) { pen = width; },
    begin, move, end,
    point(x, y, radius) { cursor = radius ? { x, y, radius } : null; repaint(); },
    show(next) { show(next); keep(); },
    /** The drawings on the way to this one, a stroke each: what undo goes back through after a reload. */
    past() {
      if (drawing.picture) return [EMPTY, drawing];
      return [EMPTY, ...drawing.strokes.slice(1).map((_, i) => ({ strokes: drawing.strokes.slice(0, i + 1), picture: null })),
        ...(drawing.strokes.length ? [drawing] : [])];
    },
    withPicture(src) { return { strokes: [], picture: { src } }; },
    /** Grey pixels, 255 paper and 0 ink, row by row. */
    async pixels(side) {
      await loaded;
      const { data } = sheet(side).getContext("2d").getImageData(0, 0, side, side);
      const grey = new Uint8Array(side * side);
      for (let i = 0; i < grey.length; i++) grey[i] = data[4 * i];
      return grey;
    },
    /** The format that `build_model.py --samples` reads. */
    samples(label) {
      const strokes = drawing.strokes.map(({ points }) => points);
      const sample = { label, width: SIZE, height: SIZE, pen: drawing.strokes[0].pen, strokes };
      return JSON.stringify({ format: "digitpad-strokes", version: 1, samples: [sample] });
    },
    png(side) { return new Promise((done) => sheet(side).toBlob(done, "image/png")); },
    svg() {
      const lines = drawing.strokes.map(({ pen, points }) => `<path stroke-width="${pen}" d="${outline(points)}"/>`);
      const { picture: image } = drawing;
      if (image) lines.push(`<image href="${image.src}" width="${SIZE}" height="${SIZE}"/>`);
      return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" fill="none" stroke="#000" `
        + `stroke-linecap="round" stroke-linejoin="round">\n${lines.join("\n")}\n</svg>\n`;
    },
  };

  const isPoint = (point) => point?.length === 2 && point.every(Number.isFinite);
  const isStroke = (stroke) => stroke?.pen > 0 && stroke.points?.length > 0 && stroke.points.every(isPoint);

  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    if (kept?.strokes?.every?.(isStroke)) show({ strokes: kept.strokes, picture: kept.picture ?? null });
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof SyntaxError)) throw error; // nothing kept, or not readable
  }
  mark();
})();
