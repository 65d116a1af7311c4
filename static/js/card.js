// The card of a statement, as a row of the comparison or on its own page: closing it, its table, copying its
// address. The pages work without it: every button it reveals is a short cut.
(() => {
  "use strict";

  const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const isControl = (target) => target.matches("input, select, textarea, [contenteditable]");

  // A card among the rows: opened by htmx, closed here

  const rows = () => document.querySelectorAll("tr.statement");
  const cardOf = (row) => (row?.nextElementSibling?.matches("tr.card") ? row.nextElementSibling : null);
  const toggleOf = (card) => card.previousElementSibling.querySelector(".toggle");

  function setExpanded(row, expanded) {
    row.querySelector(".toggle").setAttribute("aria-expanded", String(expanded));
  }

  function closeCard(card) {
    const toggle = toggleOf(card);
    const held = card.contains(document.activeElement);
    setExpanded(card.previousElementSibling, false);
    card.remove();
    if (held) toggle.focus();
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
    },
    true,
  );

  // Escape leaves one thing at a time: a control for its row, then the card for its row

  function leave(event) {
    const card = event.target.closest("tr.card");
    if (isControl(event.target)) {
      if (card) toggleOf(card).focus({ preventScroll: true });
      return;
    }
    const near = event.target.closest("tr.statement") ?? document.querySelector("tr.statement.current");
    const open = card ?? cardOf(near) ?? document.querySelector("tr.card");
    if (!open) return;
    const toggle = toggleOf(open);
    closeCard(open);
    toggle.focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) leave(event);
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
    document.querySelectorAll("tr.card [data-close]").forEach((element) => { element.hidden = false; });
    if (navigator.clipboard) document.querySelectorAll("[data-copy]").forEach(revealCopy);
    rows().forEach((row) => setExpanded(row, Boolean(cardOf(row))));
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
    reveal();
    showFirstVariant();
  }

  document.addEventListener("htmx:after:swap", prepare);
  prepare();
})();
