// The map beside the board: which rows are in sight, and which one is current. Its links work without scripts.
(() => {
  "use strict";

  const map = () => document.querySelector(".overview svg");
  const rows = () => [...document.querySelectorAll("#comparison tr.statement")];

  // Where a row stands on the map, on which several rows may share a bar

  const placeOf = (row) => Number(row.dataset.place) / Number(map().dataset.rowsABar);

  // The first row whose foot is below an edge: rows stand in the order of their places

  function firstBelow(list, edge) {
    let [low, high] = [0, list.length];
    while (low < high) {
      const at = (low + high) >> 1;
      if (list[at].getBoundingClientRect().bottom > edge) high = at;
      else low = at + 1;
    }
    return low;
  }

  function mark(name, first, last) {
    const rectangle = map().querySelector(`.${name}`);
    rectangle.setAttribute("y", String(first ?? 0));
    rectangle.setAttribute("height", String(first === undefined ? 0 : last - first + 1 / Number(map().dataset.rowsABar)));
  }

  function show() {
    const list = rows();
    if (!map() || !list.length) return;
    const box = document.getElementById("board-wrap").getBoundingClientRect();
    const head = document.querySelector("#board-wrap thead").getBoundingClientRect();
    const first = list[Math.min(firstBelow(list, Math.max(head.bottom, box.top, 0)), list.length - 1)];
    const last = list[Math.min(firstBelow(list, Math.min(box.bottom, innerHeight) - 1), list.length - 1)];
    mark("window", placeOf(first), placeOf(last));
    const current = list.find((row) => row.classList.contains("current"));
    mark("at", current && placeOf(current), current && placeOf(current));
  }

  let waiting = false;

  function showSoon() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      show();
    });
  }

  document.addEventListener("scroll", showSoon, { capture: true, passive: true });
  window.addEventListener("resize", showSoon);
  document.addEventListener("focusin", showSoon);
  document.addEventListener("htmx:after:swap", showSoon);
  showSoon();
})();
