// Buttons that copy: an address (data-copy), a text (data-copy-text) or HTML with the text beside it
// (data-copy-html), the latter two fetched from the address they name; or the words of an element of the page by its
// id (data-copy-from). Beside each stands a link that does
// without scripts (.unscripted-copy), and near it a place where to say what came of it (role="status").
(() => {
  "use strict";

  const fetched = async (address) => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(response.status);
    return response.text();
  };
  const blob = (type, text) => new Blob([text], { type });

  const addressOf = (button) => Promise.resolve(new URL(button.dataset.copy, location.href).href);
  const mainOf = (page) => new DOMParser().parseFromString(page, "text/html").querySelector("main");

  function copied(button) {
    const { copy, copyFrom, copyText, copyHtml } = button.dataset;
    if (copyFrom) return { "text/plain": blob("text/plain", wordsOf(document.getElementById(copyFrom))) };
    if (copy) return { "text/plain": addressOf(button).then((text) => blob("text/plain", text)) };
    if (copyText) return { "text/plain": fetched(copyText).then((text) => blob("text/plain", text)) };
    const main = fetched(copyHtml).then(mainOf);
    return {
      "text/html": main.then(({ innerHTML }) => blob("text/html", innerHTML.trim())),
      "text/plain": main.then(({ textContent }) => blob("text/plain", inLines(textContent))),
    };
  }

  const inLines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean).join("\n");

  const wordsOf = (element) => element.textContent.trim().replace(/\s+/g, " ");

  const whatOf = ({ dataset }) => (dataset.copyFrom ? "Citation" : dataset.copy ? "Link" : dataset.copyText ? "Text" : "HTML");

  const TOLD_FOR = 6000;
  const endings = new WeakMap();

  function tell(told, words) {
    told.textContent = words;
    clearTimeout(endings.get(told));
    endings.set(told, setTimeout(() => { told.textContent = ""; }, TOLD_FOR));
  }

  async function copy(button) {
    const told = button.parentElement.querySelector("[role=status]");
    try {
      await navigator.clipboard.write([new ClipboardItem(copied(button))]);
      tell(told, `${whatOf(button)} copied`);
    } catch {
      tell(told, "The browser did not copy it");
    }
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy], [data-copy-from], [data-copy-text], [data-copy-html]");
    if (button) copy(button);
  });

  // The button takes the place of its link

  function reveal() {
    if (!navigator.clipboard || !window.ClipboardItem) return;
    document.querySelectorAll(".unscripted-copy").forEach((link) => {
      link.nextElementSibling.hidden = false;
      link.remove();
    });
  }

  document.addEventListener("htmx:after:swap", reveal);
  reveal();
})();
