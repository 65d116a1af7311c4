// While a part of the page is fetched: a line that says so, a word and a second try where it fails, and the focus
// kept where it was. Without scripts none of this is needed: links and forms lead to whole pages.
(() => {
  "use strict";

  // Fetching: the line appears by itself when it takes longer than a moment (base.css)

  const fetching = new Set();

  function setBusy(ctx, busy) {
    if (busy) fetching.add(ctx);
    else fetching.delete(ctx);
    document.documentElement.toggleAttribute("data-fetching", fetching.size > 0);
    const target = typeof ctx.target === "string" ? document.querySelector(ctx.target) : ctx.target;
    if (busy) target?.setAttribute("aria-busy", "true");
    else target?.removeAttribute("aria-busy");
  }

  document.addEventListener("htmx:before:request", ({ detail }) => setBusy(detail.ctx, true));
  document.addEventListener("htmx:finally:request", ({ detail }) => setBusy(detail.ctx, false));

  // The focus: htmx finds an element again by its id; here what has none, else what it stood in

  let held = null;

  function remember() {
    const element = document.activeElement;
    const around = [];
    for (let one = element; one && one !== document.body; one = one.parentElement) if (one.id) around.push(one.id);
    held = { element, around, same: sameAs(element) };
  }

  function sameAs(element) {
    const tag = element.localName;
    const alike = ["href", "name", "value", "aria-label"].filter((name) => element.hasAttribute(name));
    return tag + alike.map((name) => `[${name}="${CSS.escape(element.getAttribute(name))}"]`).join("");
  }

  function giveBack() {
    if (!held || document.activeElement !== document.body) return;
    const places = held.around.map((id) => document.getElementById(id)).filter(Boolean);
    const again = held.same.includes("[") && (places[0] ?? document).querySelector(held.same);
    const place = again || places[0] || document.getElementById("main");
    if (place.tabIndex < 0 && !place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: true });
  }

  document.addEventListener("htmx:before:swap", remember);
  document.addEventListener("htmx:after:swap", giveBack);

  // Trouble: what went wrong in a sentence, and what to do now

  const trouble = document.getElementById("trouble");
  const broke = "Something broke on our side; nothing you sent was kept halfway.";
  const sentences = {
    403: "Your account may not do this. Nothing was changed.",
    404: "This is no longer there: the articles were compared again, or the story is gone.",
    413: "The form holds too much. Nothing was changed.",
    429: "That was asked too often. Wait a moment.",
    500: broke,
    502: "The server does not answer just now.",
    503: "The server does not answer just now.",
    504: "The server took too long to answer.",
  };
  let shownAt = new Date();

  function tell(text, ...ways) {
    const sentence = document.createElement("p");
    sentence.textContent = text;
    trouble.replaceChildren(sentence, ...ways);
    trouble.hidden = !text;
    if (text) trouble.scrollIntoView({ block: "nearest" });
  }

  function button(label, act) {
    const way = document.createElement("button");
    way.type = "button";
    way.className = "btn";
    way.textContent = label;
    way.addEventListener("click", act);
    return way;
  }

  // The same click or key once more; after a swap in between, the page
  function again({ sourceEvent: event }) {
    const target = event?.target;
    if (!target?.isConnected) return location.reload();
    target.focus?.({ preventScroll: true });
    const { type, submitter } = event;
    target.dispatchEvent(new event.constructor(type, { bubbles: true, cancelable: true, submitter }));
  }

  const clock = (moment) => moment.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

  function tellUnreached({ detail: { ctx } }) {
    if (!ctx) return;
    const text = navigator.onLine
      ? "The server could not be reached."
      : `You are offline. What you see is from ${clock(shownAt)}.`;
    tell(text, button("Try again", () => again(ctx)));
  }

  function tellRefused({ detail: { ctx } }) {
    const { status, headers } = ctx.response;
    const signInAt = headers.get("Sign-In-At");
    if (signInAt) return askToSignIn(ctx.sourceElement.closest("form"), signInAt);
    if (status === 422) return;
    if (status === 403 || status === 413) return tell(sentences[status]);
    if (status === 404) return tell(sentences[status], button("Load the page again", () => location.reload()));
    tell(sentences[status] ?? `The server answered ${status}.`, button("Try again", () => again(ctx)));
  }

  function askToSignIn(form, signInAt) {
    const note = form?.elements.note?.value;
    const back = form?.elements.next ? `${form.elements.next.value}#${form.closest("[id]:not(form)").id}` : location.href;
    if (note) sessionStorage.setItem(`note for ${form.action}`, note);
    const link = document.createElement("a");
    link.className = "btn go";
    link.href = `${signInAt}?next=${encodeURIComponent(back)}`;
    link.textContent = "Sign in and come back";
    tell(`You were signed out: nothing was decided yet.${note ? " Your note is kept." : ""}`, link);
  }

  document.addEventListener("htmx:response:error", tellRefused);
  document.addEventListener("htmx:error", tellUnreached);
  document.addEventListener("htmx:before:request", () => tell(""));
  document.addEventListener("htmx:after:swap", () => { shownAt = new Date(); });
})();
