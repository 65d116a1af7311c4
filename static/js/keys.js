// The keys of a page: one letter each, silent while somebody types, to be changed or switched off by the reader
// (WCAG 2.1.4). What a key does is said in one of two ways:
//
//   <input data-key="search">      the key focuses a field or a list, and presses anything else
//   newsroom.keys.add("down", …)   the key calls a function
//
// The dialog of templates/articles/_keys.html holds every key's name, usual letter and words, and shows those of
// the page. <kbd data-hint="search"> shows the letter as it is now.
(() => {
  "use strict";

  const STORED = "newsroom.keys";
  const dialog = document.getElementById("keys");
  const actions = new Map();
  const words = new Map();
  const rows = [...dialog.querySelectorAll("[data-row]")];
  const usual = Object.fromEntries(rows.map((row) => [row.dataset.row, row.dataset.usual]));
  const told = document.getElementById("keys-told");
  let settings = stored();

  // What the reader chose: {off: true, letters: {next: "l"}}

  function stored() {
    try {
      const kept = JSON.parse(localStorage.getItem(STORED)) ?? {};
      return { off: kept.off === true, letters: { ...usual, ...known(kept.letters ?? {}) } };
    } catch {
      return { off: false, letters: { ...usual } };
    }
  }

  function known(letters) {
    return Object.fromEntries(Object.entries(letters).filter(([name]) => name in usual));
  }

  function keep() {
    const changed = Object.entries(settings.letters).filter(([name, letter]) => letter !== usual[name]);
    try {
      localStorage.setItem(STORED, JSON.stringify({ off: settings.off, letters: Object.fromEntries(changed) }));
    } catch {
      told.textContent = "This browser keeps nothing for this site: the keys are as usual on the next page.";
    }
    show();
  }

  // Which control a key works: one of the page before one of the masthead, and none that is hidden

  function control(name) {
    const found = [...document.querySelectorAll(`[data-key="${name}"]`)].filter((one) => one.checkVisibility());
    return found.find((one) => one.closest("main")) ?? found[0];
  }

  function work(element) {
    const isField = element.matches("select, textarea, input:not([type=checkbox], [type=radio], [type=submit])");
    if (isField) element.focus();
    else element.click();
  }

  const isHere = (name) => actions.has(name) || Boolean(document.querySelector(`[data-key="${name}"]`));

  // A letter is pressed. A list whose choice was just made (data-chosen) keeps the focus without being typed in

  function isTyping(target) {
    const field = "input:not([type=checkbox], [type=radio], [type=submit], [type=button]), select, textarea";
    return (target.matches(field) && !("chosen" in target.dataset)) || target.isContentEditable;
  }

  function isModified(event) {
    const writesSign = event.getModifierState("AltGraph");
    return event.metaKey || ((event.ctrlKey || event.altKey) && !writesSign);
  }

  const nameOf = (letter) => Object.keys(usual).find((name) => settings.letters[name] === letter.toLowerCase() && isHere(name));

  document.addEventListener("keydown", (event) => {
    if (settings.off || event.defaultPrevented || event.isComposing || isModified(event)) return;
    if (event.key.length !== 1 || isTyping(event.target) || document.querySelector("dialog[open]")) return;
    const name = nameOf(event.key);
    if (!name) return;
    event.preventDefault();
    if (actions.has(name)) actions.get(name)(event);
    else if (control(name)) work(control(name));
  });

  // The letters on the page and in the dialog

  function show() {
    document.querySelectorAll("kbd[data-hint]").forEach(showHint);
    document.querySelectorAll("[data-key]").forEach(showShortcut);
    document.querySelectorAll("[data-needs-keys]").forEach((one) => { one.hidden = false; });
    rows.forEach(showRow);
    document.getElementById("keys-on").checked = !settings.off;
  }

  function showHint(hint) {
    hint.textContent = settings.letters[hint.dataset.hint];
    hint.hidden = settings.off;
  }

  function showShortcut(element) {
    if (settings.off) element.removeAttribute("aria-keyshortcuts");
    else element.setAttribute("aria-keyshortcuts", settings.letters[element.dataset.key]);
  }

  function showRow(row) {
    const name = row.dataset.row;
    const says = words.get(name) ?? document.querySelector(`[data-key="${name}"][data-key-says]`)?.dataset.keySays;
    row.hidden = !isHere(name);
    row.querySelector(".says").textContent = says ?? row.dataset.says;
    row.querySelector("input").value = settings.letters[name];
    row.querySelector("input").disabled = settings.off;
  }

  // Changing them

  function change(field) {
    const name = field.closest("[data-row]").dataset.row;
    const letter = [...field.value].at(-1)?.toLowerCase() ?? "";
    const refusal = refused(name, letter);
    if (!refusal) settings.letters[name] = letter;
    told.textContent = refusal || `${said(name)}: ${letter}`;
    field.toggleAttribute("aria-invalid", Boolean(refusal));
    if (!refusal) keep();
    else field.value = settings.letters[name];
    field.select();
  }

  function refused(name, letter) {
    if (!letter.trim()) return "A key is one letter, figure or sign. The one before is kept.";
    const other = Object.keys(usual).find((one) => one !== name && settings.letters[one] === letter);
    return other ? `“${letter}” is taken: ${said(other)}. Choose another, or change that one first.` : "";
  }

  function said(name) {
    return rows.find((row) => row.dataset.row === name).querySelector(".says").textContent;
  }

  dialog.addEventListener("input", ({ target }) => {
    if (target.id === "keys-on") {
      settings.off = !target.checked;
      told.textContent = target.checked ? "Keys are on." : "Keys are off. This window stays where it is: at the foot of each page.";
      keep();
    } else change(target);
  });

  dialog.addEventListener("focusin", ({ target }) => { if (target.closest("[data-row]")) target.select(); });

  document.getElementById("keys-usual").addEventListener("click", () => {
    settings = { off: false, letters: { ...usual } };
    told.textContent = "The keys are as usual again.";
    keep();
  });

  dialog.addEventListener("close", () => {
    told.textContent = "";
    dialog.querySelectorAll("[aria-invalid]").forEach((field) => field.removeAttribute("aria-invalid"));
  });

  window.addEventListener("storage", ({ key }) => {
    if (key !== STORED) return;
    settings = stored();
    show();
  });

  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("htmx:after:swap", show);

  // says: what the key does on this page, where the dialog's words are not exact enough
  window.newsroom = {
    keys: {
      add(name, act, says) {
        if (!(name in usual)) throw new Error(`templates/articles/_keys.html has no key ${name}`);
        actions.set(name, act);
        if (says) words.set(name, says);
      },
    },
  };
})();
