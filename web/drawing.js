// A drawing as plain data: {strokes: [{pen, points: [[x, y], …]}, …], picture: null or {src}}, where the picture is
// a square PNG with its ink as opacity. A drawing never changes: every edit makes a new one, so undo is a list of them.
(() => {
  "use strict";
  const SIZE = 560; // side of the pad in its own units, whatever its size on screen
  const EMPTY = { strokes: [], picture: null };
  const { outline } = window.strokes;

  const ofStrokes = (strokes) => ({ strokes, picture: null });

  const isPoint = (point) => point?.length === 2 && point.every(Number.isFinite);
  const isStroke = (stroke) => stroke?.pen > 0 && stroke.points?.length > 0 && stroke.points.every(isPoint);

  /** The drawing that was kept, or an empty one. */
  function recall() {
    try {
      const kept = JSON.parse(window.memory.recall("drawing"));
      if (kept?.strokes?.every?.(isStroke)) return { strokes: kept.strokes, picture: kept.picture ?? null };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error; // it is of another time, or another page
    }
    return EMPTY;
  }

  /** The drawings on the way to this one, a stroke each: what undo goes back through after a reload. */
  function past(drawing) {
    const { strokes, picture } = drawing;
    if (picture) return [EMPTY, drawing];
    const before = strokes.slice(1).map((_, i) => ofStrokes(strokes.slice(0, i + 1)));
    return [EMPTY, ...before, ...(strokes.length ? [drawing] : [])];
  }

  /** The format that `build_model.py --samples` reads. */
  function samples({ strokes }, label) {
    const lines = strokes.map(({ points }) => points);
    const sample = { label, width: SIZE, height: SIZE, pen: strokes[0].pen, strokes: lines };
    return JSON.stringify({ format: "digitpad-strokes", version: 1, samples: [sample] });
  }

  function svg({ strokes, picture }) {
    const lines = strokes.map(({ pen, points }) => `<path stroke-width="${pen}" d="${outline(points)}"/>`);
    if (picture) lines.push(`<image href="${picture.src}" width="${SIZE}" height="${SIZE}"/>`);
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" fill="none" stroke="#000" `
      + `stroke-linecap="round" stroke-linejoin="round">\n${lines.join("\n")}\n</svg>\n`;
  }

  window.drawing = {
    SIZE,
    EMPTY,
    ofStrokes,
    ofPicture: (src) => ({ strokes: [], picture: { src } }),
    kind: ({ strokes, picture }) => (picture ? "picture" : strokes.length ? "strokes" : "empty"),
    keep: (drawing) => window.memory.keep("drawing", JSON.stringify(drawing)),
    recall,
    past,
    samples,
    svg,
  };
})();
