// Stepping from change to change. Without it the changes are all there, one under the other.
(() => {
  "use strict";

  const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const changes = () => [...document.querySelectorAll("#changes .change:not(.is-same, .is-gone)")];

  function step(by) {
    const list = changes();
    const at = list.findIndex((change) => change.classList.contains("current"));
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length;
    list.forEach((change, index) => change.classList.toggle("current", index === next));
    list[next].focus({ preventScroll: true });
    list[next].scrollIntoView({ block: "center", behavior: isCalm() ? "auto" : "smooth" });
    document.getElementById("revision-step").textContent = `Change ${next + 1} of ${list.length}`;
  }

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("#revisions [data-step]");
    if (button) step(Number(button.dataset.step));
  });

  // A link to a paragraph that is folded away opens it
  function unfold() {
    const place = location.hash && document.getElementById(location.hash.slice(1));
    const fold = place && place.closest(".fold");
    if (!fold || fold.open) return;
    fold.open = true;
    place.scrollIntoView({ block: "center" });
  }

  function prepare() {
    document.querySelectorAll("#revisions [data-step]").forEach((button) => { button.hidden = false; });
  }

  window.addEventListener("hashchange", unfold);
  document.addEventListener("htmx:after:swap", prepare);
  prepare();
  unfold();
})();
