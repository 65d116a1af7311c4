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

  function stepDifference(by) {
    const cells = differences();
    if (!cells.length) return;
    const at = currentIndex(cells);
    const next = at < 0 ? (by > 0 ? 0 : cells.length - 1) : (at + by + cells.length) % cells.length;
    markCurrent(cells[next]);
    cells[next].focus({ preventScroll: true });
    bringIntoView(cells[next]);
    document.getElementById("step-count").textContent = `Difference ${next + 1} of ${cells.length}`;
  }

  function stepStatement(by) {
    const rows = statements();
    if (!rows.length) return;
    const at = currentIndex(rows);
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
