/* First on the page: starts Python in its worker before all else, and tells the
   page how that goes. Works from a server and in the single file alike; which of
   the two, and what to load, is in the manifest that the build puts before it. */
"use strict";

(() => {
  const root = document.documentElement;
  const element = document.getElementById("digitpad-manifest");
  const manifest = element ? JSON.parse(element.textContent) : { kind: "source" };
  let pageSpeaks = false; // whether the page has come up and says itself what fails
  const box = document.createElement("p"); // says what fails before that

  const digitpad = (window.digitpad = {
    progress: null,
    failure: null,
    update: null,
    retry,
    /* The page says from now on how things stand. */
    takeOver() {
      pageSpeaks = true;
      box.remove();
    },
  });

  function announce(name, detail) {
    digitpad[name] = detail;
    window.dispatchEvent(new CustomEvent(`digitpad:${name}`, { detail }));
  }

  function fail(reason, file, message) {
    if (digitpad.failure) return; // the first failure is the cause of the others
    announce("failure", { reason, file, message });
    if (document.body) showPlainly();
    else document.addEventListener("DOMContentLoaded", showPlainly);
  }

  /* Start loading again, past whatever is damaged. The drawing survives a reload. */
  async function retry() {
    const { failure } = digitpad;
    // Without a network, what is kept here is all there is.
    if (failure?.file && location.protocol !== "file:" && navigator.onLine) {
      // Where one file is damaged others may be: the next visit asks for all anew.
      history.replaceState({ renew: true }, "");
      const renew = fetch(failure.file, { cache: "reload" }).catch(() => {});
      await Promise.all([renew, forgetOffline()]);
    }
    location.reload();
  }

  /* The service worker goes with its files, or it would never fetch them again. */
  async function forgetOffline() {
    const registration = await navigator.serviceWorker?.getRegistration();
    if (!registration) return;
    const prefix = `digitpad ${registration.scope} `;
    const own = (await caches.keys()).filter((name) => name.startsWith(prefix));
    await Promise.all([registration.unregister(), ...own.map((name) => caches.delete(name))]);
  }

  /* What goes wrong before the page speaks. Over the page, lest the pad move away under
     the pen. */
  function showPlainly() {
    if (pageSpeaks) return;
    root.dataset.state = "error";
    box.setAttribute("role", "alert");
    box.style.cssText =
      "position:fixed;inset:auto 0 0;z-index:1;padding:1em;border-top:1px solid;" +
      "background:Canvas;color:CanvasText;font:1rem/1.5 serif";
    const again = document.createElement("button");
    again.className = "link";
    again.textContent = "Start again";
    again.addEventListener("click", retry);
    box.replaceChildren(`${digitpad.failure.message} `, again);
    document.body.prepend(box);
  }

  window.addEventListener(
    "error",
    ({ target }) => {
      if (target instanceof HTMLScriptElement && target.src) {
        const file = target.src.split("/").pop();
        fail("missing", target.src, `${file} could not be loaded.`);
      }
    },
    true,
  );
  window.addEventListener("unhandledrejection", ({ reason }) => {
    if (!pageSpeaks) fail("other", null, `The page could not start: ${reason}`);
  });

  if (manifest.kind === "source") return;
  if (!("WebAssembly" in window)) {
    const message = "This browser has no WebAssembly, in which Python runs here.";
    return fail("webassembly", null, message);
  }
  if (manifest.kind === "stock") return;
  if (!("DecompressionStream" in window)) {
    const message = "This browser is too old: it cannot unpack (DecompressionStream).";
    return fail("decompression", null, message);
  }

  /* ---- The worker: started now, and handed to PyScript when it asks for one ---- */

  const NativeWorker = window.Worker;
  const source = manifest.worker ?? inlineWorker();
  let worker = new NativeWorker(source, { name: "python" });
  const started = worker;

  function inlineWorker() {
    const text = document.getElementById("digitpad-worker").textContent;
    return URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  }

  started.addEventListener("message", (event) => {
    const { data } = event;
    if (data instanceof Error) fail("other", null, data.message);
    if (!data?.digitpad) return;
    event.stopImmediatePropagation();
    const [name, detail] = data.digitpad;
    if (name === "progress") announce("progress", detail);
    else fail(detail.reason, detail.file, detail.message);
  });
  started.addEventListener("error", (event) => {
    if (event.message) fail("other", null, event.message);
    else fail("missing", manifest.worker, "The worker could not be loaded.");
  });

  const tell = (message, transfer) => started.postMessage({ digitpad: message }, transfer);
  const cache = history.state?.renew ? "reload" : "default";
  history.replaceState(null, "");
  tell({ manifest, base: new URL(".", location.href).href, cache });

  /* In the single file each asset is handed over as soon as it has been parsed. */
  const missing = new Set(manifest.packs.map(({ file }) => file));
  digitpad.give = (name) => {
    const node = document.getElementById(name);
    tell({ asset: name, text: node.textContent });
    node.remove();
    missing.delete(name);
  };
  if (manifest.kind === "single") {
    document.addEventListener("DOMContentLoaded", () => {
      if (!missing.size) return;
      const message = "This file has not arrived whole. Please download it again.";
      fail("incomplete", null, message);
    });
  }

  window.Worker = class Worker extends NativeWorker {
    constructor(url, options) {
      if (!worker || options?.type !== "module") return super(url, options) ?? this;
      const adopted = worker;
      worker = null;
      const module = fetch(url).then((response) => response.text());
      module.then(
        (text) => tell({ module: text }),
        (error) => fail("other", null, `PyScript's worker is lost: ${error.message}`),
      );
      return Object.setPrototypeOf(adopted, new.target.prototype);
    }
  };

  /* PyScript's imports of its interpreters come here, by a patch of the build. The
     one for the worker it imports on the page too, where it is never started. */
  window.digitpadImport = (url) =>
    url.endsWith("/pyodide.mjs") ? Promise.resolve({}) : digitpad.importPage(url);
  digitpad.importPage = (url) => import(url);

  /* ---- Offline, and new versions ---- */

  if (!manifest.serviceWorker || !("serviceWorker" in navigator)) return;

  function offer(waiting) {
    const apply = () => {
      const reload = () => location.reload();
      navigator.serviceWorker.addEventListener("controllerchange", reload);
      waiting.postMessage("take over");
    };
    announce("update", { apply });
  }

  async function register() {
    const registration = await navigator.serviceWorker.register(manifest.serviceWorker);
    const watch = (candidate) => {
      const check = () => {
        const updates = navigator.serviceWorker.controller !== null;
        if (candidate.state === "installed" && updates) offer(candidate);
      };
      candidate.addEventListener("statechange", check);
      check();
    };
    if (registration.waiting) watch(registration.waiting);
    registration.addEventListener("updatefound", () => watch(registration.installing));
  }

  /* Not before the page is ready: what it needs now comes first. */
  new MutationObserver((_, observer) => {
    if (root.dataset.state === "loading") return;
    observer.disconnect();
    if (root.dataset.state === "ready") register().catch(console.debug);
  }).observe(root, { attributeFilter: ["data-state"] });
})();
