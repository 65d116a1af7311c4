// Working through the discrepancies by key: from one to the next, and for editors the buttons of the one that has
// the focus. The page works without it.
(() => {
  "use strict";

  const { keys } = newsroom;
  const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const entries = () => [...document.querySelectorAll("article.discrepancy")];
  const current = () => document.activeElement.closest("article.discrepancy");

  // Somebody who has left the list goes on where they were: the entry is known by its id, which outlives a swap

  let last = "";
  document.addEventListener("focusin", () => { last = current()?.id ?? last; });

  function step(by) {
    const all = entries();
    const at = all.findIndex((entry) => entry.id === last);
    const next = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)];
    if (!next) return;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start", behavior: isCalm() ? "auto" : "smooth" });
  }

  keys.add("down", () => step(1), "Next discrepancy");
  keys.add("up", () => step(-1), "Previous discrepancy");

  // A decision is about the entry with the focus, never about one that is out of sight

  const press = (status) => current()?.querySelector(`form.decide .actions button:not(:last-child)[value=${status}]`)?.click();

  function offerDecisions() {
    if (!document.querySelector("form.decide")) return;
    keys.add("confirm", () => press("confirmed"));
    keys.add("dismiss", () => press("dismissed"));
    keys.add("note", () => current()?.querySelector("form.decide textarea")?.focus());
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !event.target.matches("form.decide textarea")) return;
    event.preventDefault();
    current()?.focus({ preventScroll: true });
  });

  document.addEventListener("htmx:after:swap", offerDecisions);
  offerDecisions();
})();
