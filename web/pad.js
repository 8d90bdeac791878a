// The drawing pane: shows a drawing as ink on a canvas, and lets a pen or an eraser go over it.
// Plain JavaScript, because one can draw from the first moment, before any Python is up. It knows nothing of
// recognition, buttons or words: page/pad.py drives it through `window.pane` and hears "pad:change".
(() => {
  "use strict";
  const { SIZE, EMPTY, ofStrokes, ofPicture, kind, keep, recall, past, samples, svg } = window.drawing;
  const { outline, erase, round } = window.strokes;
  const ERASER = 18; // radius, in units of the pad
  const canvas = document.getElementById("pad");
  const context = canvas.getContext("2d");

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

  function mark() {
    document.documentElement.dataset.pad = kind(drawing);
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
      show(ofStrokes([...strokes, current]));
    } else {
      show(ofStrokes(erase(strokes, current.points[0], current.points[0], ERASER)));
    }
  }

  function move(x, y) {
    if (!current) return;
    const last = current.points[current.points.length - 1], point = [round(x), round(y)];
    if (Math.hypot(point[0] - last[0], point[1] - last[1]) < 0.7) return;
    current.points.push(point);
    if (current.tool === "eraser") drawing = ofStrokes(erase(drawing.strokes, last, point, ERASER));
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
    keep(drawing);
    canvas.dispatchEvent(new CustomEvent("pad:change"));
  }

  /** Takes back the stroke under the pen: it was a palm. */
  function abandon() {
    current = null;
    show(before);
  }

  function point(x, y, radius) {
    if (!radius && !cursor) return;
    cursor = radius ? { x, y, radius } : null;
    repaint();
  }

  // ---- what pointers and Python see --------------------------------------------------------------

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
    begin, move, end, abandon, point,
    /** A pointer is over the pad; `fine` if one sees what is beneath it. */
    hover(x, y, fine) { point(x, y, tool === "eraser" && fine ? ERASER : 0); },
    show(next) { show(next); keep(next); },
    past: () => past(drawing),
    withPicture: ofPicture,
    /** Grey pixels, 255 paper and 0 ink, row by row. */
    async pixels(side) {
      await loaded;
      const { data } = sheet(side).getContext("2d").getImageData(0, 0, side, side);
      const grey = new Uint8Array(side * side);
      for (let i = 0; i < grey.length; i++) grey[i] = data[4 * i];
      return grey;
    },
    samples: (label) => samples(drawing, label),
    svg: () => svg(drawing),
    png(side) { return new Promise((done) => sheet(side).toBlob(done, "image/png")); },
  };

  show(recall());
})();
