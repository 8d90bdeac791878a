// Mouse, finger and pen on the pad: one of them draws, the others are palms and second fingers.
(() => {
  "use strict";
  const { pane } = window;
  const { canvas } = pane;
  let pointer = null; // {id, type} of the one that draws
  let penSeen = -Infinity; // when a pen was last near: a hand resting beside it does not draw

  function place(event) {
    const box = canvas.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * pane.size, ((event.clientY - box.top) / box.height) * pane.size];
  }

  canvas.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "pen") penSeen = event.timeStamp;
    else if (event.pointerType === "touch" && event.timeStamp - penSeen < 1000) return;
    if (event.button !== 0) return;
    if (pointer) {
      if (event.pointerType !== "pen" || pointer.type === "pen") return; // a second finger
      pane.abandon();
    }
    pointer = { id: event.pointerId, type: event.pointerType };
    if (event.isTrusted) canvas.setPointerCapture(event.pointerId);
    pane.point(0, 0, 0);
    pane.begin(...place(event));
  });

  canvas.addEventListener("pointermove", (event) => {
    if (event.pointerType === "pen") penSeen = event.timeStamp;
    if (!pointer) return pane.hover(...place(event), event.pointerType !== "touch");
    if (event.pointerId !== pointer.id) return;
    const between = event.getCoalescedEvents?.() ?? [];
    for (const each of between.length ? between : [event]) pane.move(...place(each));
  });

  for (const type of ["pointerup", "pointercancel", "lostpointercapture"]) {
    canvas.addEventListener(type, (event) => {
      if (event.pointerId !== pointer?.id) return;
      pointer = null;
      if (type === "pointerup") pane.move(...place(event));
      pane.end();
    });
  }

  canvas.addEventListener("pointerleave", () => {
    if (!pointer) pane.point(0, 0, 0);
  });
})();
