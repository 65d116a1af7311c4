// Stepping through the comparison; card.js opens and closes its cards. The page works without it: every
// button it reveals is a short cut.
(() => {
  "use strict";

  const board = () => document.getElementById("comparison");
  const differences = () => [...(board()?.querySelectorAll("td.marked") ?? [])];
  const statements = () => [...(board()?.querySelectorAll("tr.statement") ?? [])];
  const isControl = (target) => target.matches("input, select, textarea, [contenteditable]");
  const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  // Differences and statements: n and p, j and k

  function markCurrent(cell) {
    board().querySelectorAll(".current").forEach((element) => element.classList.remove("current"));
    cell.classList.add("current");
    cell.closest("tr").classList.add("current");
  }

  function bringIntoView(element) {
    element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: isCalm() ? "auto" : "smooth" });
  }

  function currentIndex(list) {
    return list.findIndex((element) => element.classList.contains("current"));
  }

  // Of a large board only some rows are here: a step past the last of them fetches more, and is taken then

  function fetchRows(by, then) {
    const way = board()?.querySelector(by > 0 ? "#rows-after a" : "#rows-before a");
    if (!way) return false;
    document.addEventListener("htmx:after:swap", then, { once: true });
    way.click();
    return true;
  }

  function stepDifference(by) {
    const cells = differences();
    const at = currentIndex(cells);
    const isPast = at < 0 ? !cells.length : at + by < 0 || at + by >= cells.length;
    if (isPast && fetchRows(by, () => stepDifference(by))) return;
    if (!cells.length) return;
    const next = at < 0 ? (by > 0 ? 0 : cells.length - 1) : (at + by + cells.length) % cells.length;
    markCurrent(cells[next]);
    cells[next].focus({ preventScroll: true });
    bringIntoView(cells[next]);
    document.getElementById("step-count").textContent = `Difference ${numberOf(cells[next])} of ${board().dataset.differences}`;
  }

  function numberOf(cell) {
    const rows = cell.closest("tbody");
    return Number(rows.dataset.differencesBefore) + [...rows.querySelectorAll("td.marked")].indexOf(cell) + 1;
  }

  function stepStatement(by) {
    const rows = statements();
    if (!rows.length) return;
    const at = currentIndex(rows);
    const isPast = at >= 0 && (at + by < 0 || at + by >= rows.length);
    if (isPast && fetchRows(by, () => stepStatement(by))) return;
    const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1);
    const head = rows[next].querySelector("th");
    markCurrent(head);
    rows[next].querySelector(".toggle").focus({ preventScroll: true });
    bringIntoView(head);
  }

  document.addEventListener("click", (event) => {
    const step = event.target.closest("[data-step]");
    if (step) stepDifference(Number(step.dataset.step));
  });

  // The base: once one is chosen its list keeps the focus, but letters are keys again and no longer seek in it

  function setChosen(chosen) {
    const list = document.getElementById("choose-base");
    if (chosen) list.dataset.chosen = "";
    else delete list?.dataset.chosen;
    baseIsChosen = chosen;
  }

  let baseIsChosen = false;
  document.addEventListener("change", (event) => { if (event.target.id === "choose-base") setChosen(true); });
  document.addEventListener("pointerdown", (event) => { if (event.target.id === "choose-base") setChosen(false); });
  document.addEventListener("focusout", (event) => { if (event.target.id === "choose-base" && event.relatedTarget) setChosen(false); });

  function chooseBase() {
    setChosen(false);
    document.getElementById("choose-base")?.focus();
  }

  // Keys: next, previous, changes and search are on their controls

  const { keys } = newsroom;
  keys.add("down", () => stepStatement(1), "Next statement");
  keys.add("up", () => stepStatement(-1), "Previous statement");
  keys.add("open", () => board()?.querySelector("tr.statement.current .toggle")?.click(), "Open or close the statement word by word");
  keys.add("base", chooseBase);

  // A control is left for the board; in a card, card.js leaves it for its row
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isControl(event.target) || event.target.closest("tr.card, dialog")) return;
    event.preventDefault();
    board()?.focus({ preventScroll: true });
  });

  // What only works with scripts is shown only with scripts

  function reveal() {
    document.querySelectorAll("[data-step]").forEach((element) => { element.hidden = false; });
  }

  function prepare() {
    if (baseIsChosen) setChosen(true);
    reveal();
  }

  document.addEventListener("htmx:after:swap", prepare);
  prepare();
})();
