// Runs in the page before anything of the page does, and notes when things happen.

/* global document, performance, window, EventTarget, MutationObserver, PerformanceObserver */

export function probe() {
  const notes = { longest: 0, waits: [] };
  window.probe = notes;
  const now = () => performance.now();

  // One can draw from the moment that something listens to the pad.
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (type === "pointerdown" && this.id === "pad") notes.drawable ??= now();
    return listen.call(this, type, ...rest);
  };

  // What the page says of itself is said in attributes.
  let lifted;
  listen.call(window, "pointerup", () => (lifted = now()), { capture: true });
  new MutationObserver((changes) => {
    for (const { target, attributeName } of changes) {
      if (attributeName === "data-state" && target.dataset.state === "ready") notes.ready ??= now();
      if (target.id !== "answer") continue;
      if (target.dataset.digit) notes.answered ??= now();
      if (target.ariaBusy === "false" && lifted !== undefined && target.dataset.kind) {
        notes.waits.push(now() - lifted);
        lifted = undefined;
      }
    }
  }).observe(document, {
    subtree: true,
    attributeFilter: ["data-state", "data-digit", "aria-busy"],
  });

  // Chromium tells its long tasks; elsewhere a heartbeat shows how long it was kept waiting.
  if (PerformanceObserver.supportedEntryTypes.includes("longtask")) {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) notes.longest = Math.max(notes.longest, duration);
    }).observe({ type: "longtask", buffered: true });
  } else {
    const { port1, port2 } = new MessageChannel();
    let last = now();
    port1.onmessage = () => {
      notes.longest = Math.max(notes.longest, now() - last);
      last = now();
      setTimeout(() => port2.postMessage(0), 4);
    };
    port2.postMessage(0);
  }
}
