// Runs in the page before anything of the page does: how soon it shows, what moves, how it responds.

/* global window, PerformanceObserver */

/**
 * Fill `window.vitals`: the largest contentful paint and the slowest interaction in
 * milliseconds, and the layout shifts. What the browser cannot tell stays null.
 */
export function vitals() {
  const figures = { paint: null, shift: null, input: null, moved: [] };
  window.vitals = figures;
  const watch = (type, note, options) => {
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) return;
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(note));
    observer.observe({ type, buffered: true, ...options });
  };
  watch("largest-contentful-paint", ({ startTime }) => (figures.paint = startTime));
  watch("layout-shift", ({ value, sources, hadRecentInput }) => {
    figures.shift ??= 0;
    if (hadRecentInput) return; // as the metric is defined: what one asked for may move
    figures.shift += value;
    const name = ({ node }) => `${node?.nodeName.toLowerCase()}#${node?.id}.${node?.className}`;
    figures.moved.push(`${value.toFixed(4)}: ${sources.map(name).join(", ")}`);
  });
  const note = ({ interactionId, duration }) => {
    if (interactionId) figures.input = Math.max(figures.input, duration);
  };
  watch("event", note, { durationThreshold: 16 });
}
