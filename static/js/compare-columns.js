// The comparison's columns: dragged to another place, their menus, and what of them is out of sight. Without it
// the menus' links do the same, and the board scrolls.
(() => {
  "use strict";

  const wrap = () => document.getElementById("board-wrap");
  const heads = () => [...(wrap()?.querySelectorAll("thead th[data-article]") ?? [])];
  const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  // Dragging: the grip takes its column along, and the place where it would fall is marked

  let drag = null;

  document.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest(".grip");
    if (!grip || event.button !== 0) return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    drag = { head: grip.closest("th"), before: null };
    drag.head.classList.add("dragged");
  });

  document.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const others = heads();
    clearPlace();
    drag.before = others.find((head) => event.clientX < middle(head)) ?? null;
    (drag.before ?? others.at(-1)).classList.add(drag.before ? "drop-before" : "drop-after");
    scrollAtEdge(event.clientX);
  });

  document.addEventListener("pointerup", () => {
    if (drag) drop();
  });
  document.addEventListener("pointercancel", stop);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drag) stop();
  });

  function middle(head) {
    const { left, width } = head.getBoundingClientRect();
    return left + width / 2;
  }

  function scrollAtEdge(x) {
    const { left, right } = wrap().getBoundingClientRect();
    if (x > right - 40) wrap().scrollLeft += 24;
    else if (x < left + 240) wrap().scrollLeft -= 24;
  }

  function clearPlace() {
    heads().forEach((head) => head.classList.remove("drop-before", "drop-after"));
  }

  function stop() {
    drag?.head.classList.remove("dragged");
    clearPlace();
    drag = null;
  }

  function drop() {
    const { head, before } = drag;
    const usual = heads();
    const others = usual.filter((one) => one !== head);
    const at = before === head ? usual.indexOf(head) : before ? others.indexOf(before) : others.length;
    const order = others.toSpliced(at, 0, head);
    const isMoved = drag.before !== null || usual.at(-1) !== head;
    stop();
    if (isMoved && order.some((one, place) => one !== usual[place])) choose("order", order.map((one) => one.dataset.article).join("."));
  }

  function choose(name, value) {
    const field = document.getElementById(`choose-${name}`);
    field.value = value;
    field.disabled = false;
    document.getElementById("choices").requestSubmit();
  }

  // Menus and explanations: a click beside one, or Escape, closes it; after a move it is open again, to move on

  const openMenus = () => [...document.querySelectorAll(":is(.menu, .signs, .origin)[open]")];
  let moving = null;

  document.addEventListener("click", (event) => {
    openMenus().forEach((menu) => { menu.open = menu.contains(event.target); });
    const link = event.target.closest(".menu a");
    moving = link && /^(left|right)-/.test(link.id) ? { menu: link.closest(".menu").id, link: link.id } : null;
  });

  document.addEventListener("keydown", (event) => {
    const menus = openMenus();
    if (event.key !== "Escape" || !menus.length) return;
    event.stopPropagation();
    menus.forEach((menu) => { menu.open = false; });
    menus.at(-1).querySelector("summary").focus();
  }, true);

  function goOnMoving() {
    const menu = moving && document.getElementById(moving.menu);
    if (!menu) return;
    menu.open = true;
    (document.getElementById(moving.link) ?? menu.querySelector("summary")).focus({ preventScroll: true });
    menu.closest("th").scrollIntoView({ block: "nearest", inline: "nearest" });
    moving = null;
  }

  // What is out of sight: an edge is shaded, and the corner's buttons bring it in

  function tellSight() {
    const board = wrap();
    if (!board) return;
    const isWider = board.scrollWidth > board.clientWidth + 1 && getComputedStyle(board).overflowX !== "visible";
    const atEnd = board.scrollLeft + board.clientWidth > board.scrollWidth - 2;
    board.parentElement.classList.toggle("hides-more", isWider && !atEnd);
    const sideways = board.querySelector(".sideways");
    sideways.hidden = !isWider;
    if (!isWider) return;
    sideways.querySelector("[data-sideways='-1']").disabled = board.scrollLeft < 2;
    sideways.querySelector("[data-sideways='1']").disabled = atEnd;
    sideways.querySelector(".in-sight").textContent = inSight(board);
  }

  function inSight(board) {
    const columns = [...board.querySelectorAll("tr > th[scope=col]:not(.corner, .card th)")];
    const isPinned = Boolean(board.querySelector(".has-pin"));
    const left = (isPinned ? columns[0] : board.querySelector(".corner")).getBoundingClientRect().right;
    const { right } = board.getBoundingClientRect();
    const seen = columns.map((column, at) => [column.getBoundingClientRect(), at + 1])
      .filter(([box, at]) => !(isPinned && at === 1) && box.left > left - 8 && box.right < right + 8)
      .map(([, at]) => at);
    return seen.length ? `${seen[0]}–${seen.at(-1)} of ${columns.length}` : "";
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-sideways]");
    if (!button) return;
    const head = wrap().querySelector("thead th:last-child");
    wrap().scrollBy({ left: Number(button.dataset.sideways) * 2 * head.offsetWidth, behavior: isCalm() ? "auto" : "smooth" });
  });

  document.addEventListener("scroll", (event) => {
    if (event.target === wrap()) requestAnimationFrame(tellSight);
  }, { capture: true, passive: true });
  window.addEventListener("resize", tellSight);

  // After each swap

  let scrolled = 0;
  document.addEventListener("htmx:before:swap", () => { scrolled = wrap()?.scrollLeft ?? 0; });

  function prepare() {
    document.querySelectorAll(".grip").forEach((grip) => { grip.hidden = false; });
    if (wrap()) wrap().scrollLeft = scrolled;
    goOnMoving();
    tellSight();
  }

  document.addEventListener("htmx:after:swap", prepare);
  prepare();
})();
