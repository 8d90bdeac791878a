/* Messages to the worker: ours are taken out, PyScript's wait until its module listens. */

const addListener = self.addEventListener.bind(self);
self.digitpadListen = addListener; // for Pyodide, whose own listener must not count
const waiting = []; // PyScript's messages that came before its listeners, in order
let wanted = 0; // its one-time listeners that still wait for a message
let live = false; // whether its lasting listener is there
let replaying = false;
let scheduled = false;
let present = false; // whether PyScript's module is here, and can listen at all

/* Hand over the next message, each in a turn of its own as if it had just come. */
function replay() {
  if (scheduled || !waiting.length || !(live || wanted)) return;
  scheduled = true;
  setTimeout(() => {
    scheduled = false;
    if (wanted) wanted -= 1;
    const { data, ports } = waiting.shift();
    replaying = true;
    self.dispatchEvent(new MessageEvent("message", { data, ports: [...ports] }));
    replaying = false;
    replay();
  });
}

addListener("message", (event) => {
  if (event.data?.digitpad) {
    event.stopImmediatePropagation();
    receive(event.data.digitpad);
  } else if (!replaying && (!live || waiting.length)) {
    event.stopImmediatePropagation();
    waiting.push(event);
    replay();
  }
});

self.addEventListener = (type, listener, options) => {
  addListener(type, listener, options);
  if (type !== "message" || !present) return;
  if (options?.once) wanted += 1;
  else live = true;
  replay();
};
