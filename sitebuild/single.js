/* In the single file: starts MicroPython and PyScript from what stands above, while
   the rest of the file is still being read. */
"use strict";

(() => {
  const text = (id) => document.getElementById(id).textContent;
  const blob = (content, type) => URL.createObjectURL(new Blob([content], { type }));
  const binary = atob(text("digitpad-micropython-wasm"));
  const wasm = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const module = blob(text("digitpad-micropython"), "text/javascript");
  const url = blob(wasm, "application/wasm");

  window.digitpad.importPage = async () => {
    const { loadMicroPython } = await import(module);
    return { loadMicroPython: (options) => loadMicroPython({ ...options, url }) };
  };

  const core = document.createElement("script");
  core.type = "module";
  core.textContent = text("digitpad-core");
  document.body.append(core);
})();
