/* What the worker tells the page: how far it has come, and what failed. */

// What part of the whole has passed when a step begins.
const STEPS = { download: 0, start: 0.5, import: 0.65, model: 0.95 };

const post = self.postMessage.bind(self);
const tell = (name, detail) => post({ digitpad: [name, detail] });
const loading = { loaded: 0, total: 0 };

function progress(step, part = 0) {
  const names = Object.keys(STEPS);
  const end = STEPS[names[names.indexOf(step) + 1]] ?? 1;
  const fraction = STEPS[step] + part * (end - STEPS[step]);
  tell("progress", { fraction, step, ...loading });
}

class Failure extends Error {
  constructor(reason, file, message) {
    super(message);
    Object.assign(this, { reason, file });
  }
}

function fail(error) {
  const message = String(error.message ?? error);
  const memory = error instanceof RangeError || /memory|allocat/i.test(message);
  const reason = error.reason ?? (memory ? "memory" : "other");
  tell("failure", { reason, file: error.file ?? null, message });
}
