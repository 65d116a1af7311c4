// The card of a statement, as a row of the comparison or on its own page: closing it, its table, its parts. The
// pages work without it: every button it reveals is a short cut.
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
    if (link.matches(".flag")) show(link.hash.slice(1));
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

  // What only works with scripts is shown only with scripts

  function reveal() {
    document.querySelectorAll("tr.card [data-close]").forEach((element) => { element.hidden = false; });
    rows().forEach((row) => setExpanded(row, Boolean(cardOf(row))));
  }

  // A table wider than the page opens at its serious difference, else at its first. It starts with a whole place:
  // words cut in two by the outlets' column would read as others. How wide a place is only its font tells

  function showDifference() {
    document.querySelectorAll(".apparatus-wrap:not([data-placed])").forEach((wrap) => {
      const place = wrap.querySelector("td.serious.substantive:not(.common)") ?? wrap.querySelector("td.substantive:not(.common)");
      if (place) wrap.scrollTo({ left: startFor(place, wrap), behavior: "instant" });
      wrap.addEventListener("scroll", () => shadeEdges(wrap), { passive: true });
      new ResizeObserver(() => shadeEdges(wrap)).observe(wrap);
      wrap.dataset.placed = "";
    });
  }

  function shadeEdges(wrap) {
    wrap.classList.toggle("is-scrolled", wrap.scrollLeft > 0);
    wrap.classList.toggle("goes-on", wrap.scrollLeft + wrap.clientWidth < wrap.scrollWidth - 1);
  }

  function startFor(place, wrap) {
    const outlets = wrap.querySelector("th").offsetWidth;
    const shown = wrap.clientWidth - outlets;
    const start = place.offsetLeft - outlets;
    if (start + place.offsetWidth <= shown) return 0;
    const last = Math.min(start, wrap.scrollWidth - wrap.clientWidth);
    const starts = [...place.parentElement.querySelectorAll("td")]
      .map((cell) => cell.offsetLeft - outlets)
      .filter((one) => one > start - shown && one <= last);
    const whole = starts.filter((one) => one >= start + place.offsetWidth - shown);
    return whole.findLast((one) => one <= start - shown / 4) ?? whole[0] ?? starts.at(-1) ?? start;
  }

  // A part of the card that an address names: a discrepancy, a reading that may stand behind another

  function show(id) {
    const part = document.getElementById(id);
    if (!part?.closest(".card-body")) return;
    for (let one = part.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
    document.querySelectorAll(".card-body .shown").forEach((other) => other.classList.remove("shown"));
    part.classList.add("shown");
    part.focus({ preventScroll: true });
    part.scrollIntoView({ block: "nearest", behavior: isCalm() ? "auto" : "smooth" });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".card-body a[href^='#']");
    if (link) show(link.hash.slice(1));
  });

  // An opened card takes the focus: its heading, or the discrepancy whose flag opened it. Of a tall row the card
  // opens below the window: the view follows as far as the card can be seen, or its top

  function enter({ detail }) {
    const opener = detail?.ctx?.sourceElement;
    const card = opener?.matches?.("a.toggle, a.flag") && cardOf(opener.closest("tr.statement"));
    if (!card) return;
    if (opener.matches(".flag")) show(opener.hash.slice(1));
    else bring(card);
  }

  function bring(card) {
    card.querySelector("h2").focus({ preventScroll: true });
    const body = card.querySelector(".card-body");
    body.scrollIntoView({ block: "nearest", inline: "nearest", behavior: isCalm() ? "auto" : "smooth" });
  }

  function prepare() {
    reveal();
    document.fonts.ready.then(showDifference);
  }

  document.addEventListener("htmx:after:swap", (event) => {
    prepare();
    enter(event);
  });
  prepare();
  if (location.hash) show(location.hash.slice(1));
})();
