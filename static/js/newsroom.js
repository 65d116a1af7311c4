// What every page may use: dialogs, and a word where a part of the page could not be fetched. Pages work
// without any of it.
(() => {
  "use strict";

  const isTyping = (target) => target.matches("input, select:not([data-chosen]), textarea, [contenteditable]") || target.closest("dialog[open]");
  const openDialog = (id) => document.getElementById(id)?.showModal();

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog]");
    if (opener) openDialog(opener.dataset.dialog);
  });

  function tellTrouble(text) {
    const trouble = document.getElementById("trouble");
    trouble.hidden = !text;
    trouble.textContent = text;
    if (text) trouble.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("htmx:response:error", (event) => {
    const { status } = event.detail.ctx.response;
    if (status !== 422) tellTrouble(`That did not work: the server answered ${status}. Reload the page and try again.`);
  });
  document.addEventListener("htmx:error", () => tellTrouble("That did not work: the server could not be reached."));
  document.addEventListener("htmx:before:request", () => tellTrouble(""));

  document.addEventListener("keydown", (event) => {
    if (event.key === "?" && !isTyping(event.target)) openDialog("keys");
  });
})();
