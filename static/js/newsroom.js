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

  function tellTrouble(text, ...links) {
    const trouble = document.getElementById("trouble");
    trouble.hidden = !text;
    trouble.replaceChildren(text, ...links);
    if (text) trouble.scrollIntoView({ block: "nearest" });
  }

  const troubles = { 403: "That did not work: your account may not do this. Nothing was changed." };

  document.addEventListener("htmx:response:error", (event) => {
    const { status, headers } = event.detail.ctx.response;
    const signInAt = headers.get("Sign-In-At");
    if (signInAt) askToSignIn(event.detail.ctx.sourceElement.closest("form"), signInAt);
    else if (status !== 422) tellTrouble(troubles[status] ?? `That did not work: the server answered ${status}. Reload the page and try again.`);
  });

  // Signed out while a form was open: this tab keeps the note until its form is there again

  function askToSignIn(form, signInAt) {
    const note = form?.elements.note?.value;
    const back = form?.elements.next ? `${form.elements.next.value}#${form.closest("[id]:not(form)").id}` : location.href;
    if (note) sessionStorage.setItem(`note for ${form.action}`, note);
    const link = document.createElement("a");
    link.href = `${signInAt}?next=${encodeURIComponent(back)}`;
    link.textContent = "Sign in and come back";
    tellTrouble(`You were signed out: nothing was decided yet.${note ? " Your note is kept." : ""} `, link);
  }

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

  document.addEventListener("htmx:error", () => tellTrouble("That did not work: the server could not be reached."));
  document.addEventListener("htmx:before:request", () => tellTrouble(""));

  document.addEventListener("keydown", (event) => {
    if (event.key === "?" && !isTyping(event.target)) openDialog("keys");
  });
})();
