// What the browser keeps for us, where it lets us: storage may be full, or forbidden even to look at.
(() => {
  "use strict";
  const PREFIX = "digitpad.";

  function attempt(act) {
    try {
      return act(window.localStorage);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return null; // then all works as long as the page is there
    }
  }

  window.memory = {
    /** The text kept under a key; null if there is none. */
    recall: (key) => attempt((storage) => storage.getItem(PREFIX + key)),
    keep: (key, text) => attempt((storage) => storage.setItem(PREFIX + key, text)),
  };
})();
