// Keys and stepping for the comparison. The page works without it: every button it reveals is a short cut.
(() => {
  "use strict";

  const board = () => document.getElementById("comparison");
  const differences = () => [...board().querySelectorAll("td.marked")];
  const statements = () => [...board().querySelectorAll("tr.statement")];
  const isTyping = (target) => target.matches("input, select, textarea, [contenteditable]") || document.querySelector("dialog[open]");

  // Differences and statements: n and p, j and k

  function markCurrent(cell) {
    board().querySelectorAll(".current").forEach((element) => element.classList.remove("current"));
    cell.classList.add("current");
    cell.closest("tr").classList.add("current");
  }

  function bringIntoView(element) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: calm ? "auto" : "smooth" });
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

  // A row's card: opened by htmx, closed here

  const cardOf = (row) => (row.nextElementSibling?.matches("tr.card") ? row.nextElementSibling : null);

  function setExpanded(row, expanded) {
    row.querySelector(".toggle").setAttribute("aria-expanded", String(expanded));
  }

  function closeCard(card) {
    const row = card.previousElementSibling;
    const held = card.contains(document.activeElement);
    card.remove();
    setExpanded(row, false);
    if (held) row.querySelector(".toggle").focus();
  }

  function followToCard(link) {
    const card = cardOf(link.closest("tr"));
    if (!card) return false;
    if (link.matches(".flag")) card.querySelector(link.hash)?.scrollIntoView({ block: "nearest" });
    else closeCard(card);
    return true;
  }

  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest("a.toggle, a.flag");
      if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && followToCard(link)) {
        event.preventDefault();
        event.stopPropagation();
      }
      const close = event.target.closest("[data-close]");
      if (close) closeCard(close.closest("tr.card"));
      const step = event.target.closest("[data-step]");
      if (step) stepDifference(Number(step.dataset.step));
    },
    true,
  );

  // Keys

  const keys = {
    n: () => stepDifference(1),
    p: () => stepDifference(-1),
    j: () => stepStatement(1),
    k: () => stepStatement(-1),
    o: () => board().querySelector("tr.statement.current .toggle")?.click(),
    b: () => document.getElementById("choose-base")?.focus(),
    "/": () => document.getElementById("choose-words")?.focus(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  // What only works with scripts is shown only with scripts

  function reveal() {
    board()?.querySelectorAll("[data-step], [data-dialog], [data-close]").forEach((element) => { element.hidden = false; });
    board()?.querySelectorAll("tr.statement").forEach((row) => setExpanded(row, Boolean(cardOf(row))));
  }

  function showFirstVariant() {
    board()?.querySelectorAll(".apparatus-wrap:not([data-placed])").forEach((wrap) => {
      const variant = wrap.querySelector("td.substantive");
      if (variant) wrap.scrollLeft = variant.offsetLeft - wrap.clientWidth / 2;
      wrap.dataset.placed = "";
    });
  }

  document.addEventListener("htmx:after:swap", () => {
    reveal();
    showFirstVariant();
  });
  reveal();
})();
