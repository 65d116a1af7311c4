// Keys and stepping for the comparison, and for the card of one statement. The pages work without it: every
// button it reveals is a short cut.
(() => {
  "use strict";

  const board = () => document.getElementById("comparison");
  const differences = () => [...(board()?.querySelectorAll("td.marked") ?? [])];
  const statements = () => [...(board()?.querySelectorAll("tr.statement") ?? [])];
  const isControl = (target) => target.matches("input, select, textarea, [contenteditable]");
  const isTyping = (target) => isControl(target) && !("chosen" in target.dataset);
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

  // Keys

  const keys = {
    n: () => stepDifference(1),
    p: () => stepDifference(-1),
    j: () => stepStatement(1),
    k: () => stepStatement(-1),
    o: () => board()?.querySelector("tr.statement.current .toggle")?.click(),
    b: chooseBase,
    "/": () => document.getElementById("choose-words")?.focus(),
    Escape: leave,
  };

  // Escape leaves one thing at a time: a control for its row or the board, then the card for its row
  function leave(event) {
    const card = event.target.closest("tr.card");
    if (isControl(event.target)) (card?.previousElementSibling.querySelector(".toggle") ?? board())?.focus({ preventScroll: true });
    else closeCardNear(card, event.target.closest("tr.statement"));
  }

  function closeCardNear(card, row) {
    const current = row ?? board()?.querySelector("tr.statement.current");
    const open = card ?? (current && cardOf(current)) ?? board()?.querySelector("tr.card");
    if (!open) return;
    const toggle = open.previousElementSibling.querySelector(".toggle");
    closeCard(open);
    toggle.focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (isTyping(event.target) && event.key !== "Escape") return;
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    action(event);
  });

  // The address of a statement, copied

  async function copyAddress(button) {
    const told = button.parentElement.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href);
      told.textContent = "Copied";
    } catch {
      told.textContent = "The browser did not allow it";
    }
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copyAddress(button);
  });

  // What only works with scripts is shown only with scripts

  function reveal() {
    document.querySelectorAll("[data-step], [data-dialog], tr.card [data-close]").forEach((element) => { element.hidden = false; });
    if (navigator.clipboard) document.querySelectorAll("[data-copy]").forEach(revealCopy);
    statements().forEach((row) => setExpanded(row, Boolean(cardOf(row))));
  }

  function revealCopy(button) {
    button.hidden = false;
    button.parentElement.querySelector(".to-statement")?.remove();
  }

  function showFirstVariant() {
    document.querySelectorAll(".apparatus-wrap:not([data-placed])").forEach((wrap) => {
      const outlets = wrap.querySelector("th").offsetWidth;
      const first = Math.min(...[...wrap.querySelectorAll("td.substantive")].map((place) => place.offsetLeft));
      const shown = wrap.clientWidth - outlets;
      if (Number.isFinite(first) && first > outlets + shown / 2) {
        wrap.scrollTo({ left: first - outlets - shown / 4, behavior: isCalm() ? "auto" : "smooth" });
      }
      wrap.dataset.placed = "";
    });
  }

  function prepare() {
    if (baseIsChosen) setChosen(true);
    reveal();
    showFirstVariant();
  }

  document.addEventListener("htmx:after:swap", prepare);
  prepare();
})();
