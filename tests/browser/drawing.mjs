// Hand-made stroke samples, and a hand that draws them with real input events.

import { readFileSync } from "node:fs";

const SAMPLES = JSON.parse(readFileSync(new URL("digits.json", import.meta.url)));

/** All samples as `{digit, name, strokes}`; points are in a box of 100 × 100. */
export const samples = Object.entries(SAMPLES).flatMap(([digit, variants]) =>
  Object.entries(variants).map(([name, strokes]) => ({ digit: Number(digit), name, strokes })),
);

/** The sample of that digit and name; without a name, the digit's first. */
export function sample(digit, name = Object.keys(SAMPLES[digit])[0]) {
  return { digit, name, strokes: SAMPLES[digit][name] };
}

/** No digit at all. */
export const SCRIBBLE = {
  strokes: [[[5, 60], [20, 10], [30, 80], [45, 15], [52, 85], [66, 12], [72, 88], [88, 20], [95, 70]]],
};

/** Between a 3 and an 8, and between a 4 and a 9. */
export const DOUBTFUL = [
  [[[30, 22], [40, 5], [62, 8], [70, 24], [60, 40], [42, 47], [62, 51], [76, 66], [70, 86], [48, 96], [26, 84], [28, 66], [42, 50]]],
  [[[44, 6], [30, 22], [26, 42], [46, 48], [66, 40]], [[66, 6], [67, 50], [66, 97]]],
  [[[56, 4], [38, 14], [24, 36], [26, 46], [48, 48], [68, 44]], [[66, 4], [67, 50], [66, 97]]],
].map((strokes) => ({ strokes }));

/**
 * Draw strokes on the pad with a "mouse", a finger ("touch") or a "pen".
 *
 * `x`, `y` and `size` place the samples' box, as fractions of the pad; `force` is
 * how hard a pen presses.
 */
export async function draw(page, { strokes }, options = {}) {
  const { pointer = "mouse", x = 0.2, y = 0.2, size = 0.6, force = 0.5 } = options;
  const pad = await page.$eval("#pad", (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left, top, width, height };
  });
  const scale = (size * Math.min(pad.width, pad.height)) / 100;
  const left = pad.left + x * pad.width;
  const top = pad.top + y * pad.height;
  const hand = await HANDS[pointer](page, force);
  for (const stroke of strokes) {
    const path = smooth(stroke).map(([px, py]) => [left + px * scale, top + py * scale]);
    await hand.down(...path[0]);
    for (const point of path.slice(1)) await hand.move(...point);
    await hand.up(...path.at(-1));
  }
}

const HANDS = {
  async mouse(page) {
    return {
      async down(x, y) {
        await page.mouse.move(x, y);
        await page.mouse.down();
      },
      move: (x, y) => page.mouse.move(x, y),
      up: () => page.mouse.up(),
    };
  },
  async touch(page) {
    let finger;
    return {
      async down(x, y) {
        finger = await page.touchscreen.touchStart(x, y);
      },
      move: (x, y) => finger.move(x, y),
      up: () => finger.end(),
    };
  },
  // Only Chromium's own protocol can pretend to be a pen.
  async pen(page, force) {
    const client = await page.createCDPSession();
    const send = (type, x, y, buttons) =>
      client.send("Input.dispatchMouseEvent", {
        type,
        x,
        y,
        button: "left",
        buttons,
        clickCount: 1,
        pointerType: "pen",
        force,
      });
    return {
      down: (x, y) => send("mousePressed", x, y, 1),
      move: (x, y) => send("mouseMoved", x, y, 1),
      up: (x, y) => send("mouseReleased", x, y, 0),
    };
  },
};

/** Points along the Catmull-Rom curve through a few points. */
function smooth(points, steps = 3) {
  if (points.length < 3) return points;
  const at = (index) => points[Math.min(Math.max(index, 0), points.length - 1)];
  const curve = [points[0]];
  for (let i = 0; i + 1 < points.length; i += 1) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let step = 1; step <= steps; step += 1) {
      const t = step / steps;
      curve.push(
        [0, 1].map(
          (axis) =>
            b[axis] +
            0.5 * t * (c[axis] - a[axis]) +
            t * t * (a[axis] - 2.5 * b[axis] + 2 * c[axis] - 0.5 * d[axis]) +
            t * t * t * (-0.5 * a[axis] + 1.5 * b[axis] - 1.5 * c[axis] + 0.5 * d[axis]),
        ),
      );
    }
  }
  return curve;
}
