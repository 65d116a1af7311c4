// What every page may use: dialogs opened by a button or by "?". Pages work without any of it.
(() => {
  "use strict";

  const isTyping = (target) => target.matches("input, select, textarea, [contenteditable]") || target.closest("dialog[open]");
  const openDialog = (id) => document.getElementById(id)?.showModal();

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog]");
    if (opener) openDialog(opener.dataset.dialog);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "?" && !isTyping(event.target)) openDialog("keys");
  });
})();
