// What every page may use: dialogs, and a note that is kept while its editor signs in again. Pages work without
// any of it.
(() => {
  "use strict";

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog]");
    if (opener) document.getElementById(opener.dataset.dialog)?.showModal();
  });

  document.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });

  // A link that takes the choices of this page along, or the way back to them, which htmx changes without the link

  document.addEventListener("htmx:after:history:update", () => {
    const back = location.search && `?back=${encodeURIComponent(location.search.slice(1))}`;
    document.querySelectorAll("[data-choices-back]").forEach((link) => { link.search = back; });
    document.querySelectorAll("[data-same-choices]").forEach((link) => { link.search = location.search; });
  });

  // A note that was typed when the session had run out: fetching.js keeps it, its form gets it back

  function bringNotesBack() {
    document.querySelectorAll("form.decide").forEach((form) => {
      const key = `note for ${form.action}`;
      const note = sessionStorage.getItem(key);
      if (note === null || form.elements.note.value) return;
      sessionStorage.removeItem(key);
      form.elements.note.value = note;
    });
  }

  document.addEventListener("htmx:after:swap", bringNotesBack);
  bringNotesBack();

  // The tab of this page is in sight where the strip of tabs is wider than the window

  document.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
})();
