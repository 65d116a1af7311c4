// The map beside the board: which rows are in sight, and which one is current. Its links work without scripts.
(() => {
  "use strict";

  const map = () => document.querySelector(".overview svg");
  const rows = () => [...document.querySelectorAll("#comparison tr.statement")];
  let places = new Map();

  function readPlaces() {
    const links = [...(map()?.querySelectorAll("#row-links a") ?? [])];
    places = new Map(links.map((link, at) => [link.getAttribute("href").split("#").at(-1), at]));
  }

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
    rectangle.setAttribute("height", String(first === undefined ? 0 : last - first + 1));
  }

  function show() {
    const list = rows();
    if (!map() || !list.length) return;
    const box = document.getElementById("board-wrap").getBoundingClientRect();
    const head = document.querySelector("#board-wrap thead").getBoundingClientRect();
    const first = list[Math.min(firstBelow(list, Math.max(head.bottom, box.top, 0)), list.length - 1)];
    const last = list[Math.min(firstBelow(list, Math.min(box.bottom, innerHeight) - 1), list.length - 1)];
    mark("window", places.get(first.id), places.get(last.id));
    const current = list.find((row) => row.classList.contains("current"));
    mark("at", current && places.get(current.id), current && places.get(current.id));
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

  function prepare() {
    readPlaces();
    showSoon();
  }

  document.addEventListener("scroll", showSoon, { capture: true, passive: true });
  window.addEventListener("resize", showSoon);
  document.addEventListener("focusin", showSoon);
  document.addEventListener("htmx:after:swap", prepare);
  prepare();
})();
