// The geometry of strokes: a stroke is {pen, points: [[x, y], …]}, drawn as a curve of that width.
(() => {
  "use strict";

  const round = (number) => Math.round(number * 10) / 10;
  const middle = (a, b) => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

  /** SVG path of a stroke: quadratic curves through the middles of its segments. */
  function outline(points) {
    if (points.length === 1) return `M${points[0]}h.01`;
    let path = `M${points[0]}`;
    for (let i = 1; i < points.length - 1; i++) path += `Q${points[i]} ${middle(points[i], points[i + 1]).map(round)}`;
    return `${path}L${points[points.length - 1]}`;
  }

  /** Points at most 3 units apart on the curve that `outline` draws. */
  function sample(points) {
    const dense = [points[0]];
    let from = points[0];
    const curve = (by, to) => {
      const length = Math.hypot(by[0] - from[0], by[1] - from[1]) + Math.hypot(to[0] - by[0], to[1] - by[1]);
      const steps = Math.max(1, Math.ceil(length / 3));
      for (let i = 1; i <= steps; i++) {
        const t = i / steps, u = 1 - t;
        dense.push([0, 1].map((k) => round(u * u * from[k] + 2 * u * t * by[k] + t * t * to[k])));
      }
      from = to;
    };
    for (let i = 1; i < points.length - 1; i++) curve(points[i], middle(points[i], points[i + 1]));
    if (points.length > 1) curve(middle(from, points[points.length - 1]), points[points.length - 1]);
    return dense;
  }

  function distance([x, y], [ax, ay], [bx, by]) {
    const dx = bx - ax, dy = by - ay, along = dx * dx + dy * dy;
    const t = along ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / along)) : 0;
    return Math.hypot(x - ax - t * dx, y - ay - t * dy);
  }

  /** What is left of the strokes when an eraser has gone from a to b. */
  function erase(strokes, a, b, radius) {
    return strokes.flatMap((stroke) => {
      const reach = radius + stroke.pen / 2;
      const dense = sample(stroke.points);
      if (dense.every((point) => distance(point, a, b) > reach)) return [stroke];
      const pieces = [[]];
      for (const point of dense) {
        if (distance(point, a, b) > reach) pieces[pieces.length - 1].push(point);
        else if (pieces[pieces.length - 1].length) pieces.push([]);
      }
      return pieces.filter((points) => points.length > 1).map((points) => ({ pen: stroke.pen, points }));
    });
  }

  window.strokes = { outline, erase, round };
})();
