/* Starts before anything else on the page: tells how loading goes, and what went wrong. */
"use strict";

window.digitpad = {
  progress: null,
  failure: null,
  update: null,

  /* Start loading again. What is on the pad survives a reload. */
  retry() {
    location.reload();
  },
};

(() => {
  const announce = (name, detail) => {
    window.digitpad[name] = detail;
    window.dispatchEvent(new CustomEvent(`digitpad:${name}`, { detail }));
  };

  if (!("WebAssembly" in window)) {
    announce("failure", {
      reason: "webassembly",
      file: null,
      message: "This browser has no WebAssembly, which runs Python here.",
    });
  }
})();
