// The Reader's two panes: lines between what both print, scrolling that keeps them level, and stepping from
// passage to passage. Where they scroll together, the page does: their frame sticks to the window while its track
// passes by, and the way gone is how far the longer text is scrolled. Without it the numbers are links from one text to the other, and the form chooses.
(() => {
  "use strict";

  const TOP = 0.3;      // a passage that is gone to stands this far down its pane
  const ROOM = 16;      // … with so much room below its end, where it fits the pane
  const LINE = 12;      // from the top of a passage to the middle of its first line
  const WAIT = 250;     // milliseconds of hovering before the other text is scrolled

  const isWide = matchMedia("(min-width: 48.001rem) and (min-height: 30rem)");
  const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const all = (root, selector) => [...root.querySelectorAll(selector)];

  let root, track, frame, panes, joints, pairs, current, hovered, placed, held, resized, drawing;

  function open() {
    root = document.getElementById("reader");
    frame = root?.querySelector(".reader");
    if (!frame) return;
    track = frame.parentElement;
    panes = { left: document.getElementById("pane-left"), right: document.getElementById("pane-right") };
    joints = new Map(all(frame, ".joint").map((link) => [link.id, { link, side: link.id.split("-")[0], number: link.dataset.link }]));
    pairs = paired();
    [current, hovered, held] = [null, null, null];
    placed = { left: 0, right: 0 };
    all(root, "[data-step]").forEach((button) => { button.hidden = false; });
    drawPaths();
    resized?.disconnect();
    resized = new ResizeObserver(measure);
    resized.observe(frame);
    all(frame, ".pane").forEach((pane) => resized.observe(pane.lastElementChild));
    fill();
    const named = joints.get(location.hash.slice(1));
    if (named) {
      measure();
      goTo(named);
    }
  }

  const isDriven = () => isWide.matches && frame.dataset.scroll === "together";
  const otherThan = (side) => (side === "left" ? "right" : "left");
  const range = (side) => Math.max(0, panes[side].scrollHeight - panes[side].clientHeight);
  const longer = () => (range("right") > range("left") ? "right" : "left");
  const trackTop = () => Math.ceil(track.getBoundingClientRect().top + scrollY);

  function paired() {
    const found = new Map();
    joints.forEach((joint, name) => {
      const partner = joints.get(joint.link.hash.slice(1));
      const [left, right] = joint.side === "left" ? [joint, partner] : [partner, joint];
      found.set(`${left.link.id} ${right.link.id}`, { left, right, number: joint.number });
    });
    return [...found.values()];
  }

  // Where the passages are, in the heights of their panes

  function measure() {
    for (const pane of Object.values(panes)) {
      const shift = pane.scrollTop - pane.getBoundingClientRect().top;
      const latest = {};
      for (const part of all(pane, ".joint, .linked")) {
        const box = part.getBoundingClientRect();
        if (part.matches(".joint")) {
          const joint = joints.get(part.id);
          joint.top = box.top + shift - 3;
          joint.bottom = box.bottom + shift;
          latest[joint.number] = joint;
        } else for (const number of part.dataset.links.split(" ")) latest[number].bottom = box.bottom + shift;
      }
    }
    track.style.height = isDriven() ? `${frame.offsetHeight + range(longer())}px` : "";
    if (isDriven()) heed();
    stick();
    draw();
  }

  // On a phone what chooses between the texts stays in sight of the choices above them
  function stick() {
    const tools = document.getElementById("reader-choices");
    const bar = tools.querySelector(".at-hand");
    if (!isWide.matches) for (const part of all(frame, ".reader-tools, .side-head")) part.style.translate = "";
    tools.style.top = isWide.matches ? "" : `${tools.offsetTop - bar.offsetTop + ROOM / 2}px`;
  }

  // The heights by which the texts are kept level: those of passages in the same order in both

  function levels(from, to) {
    const points = [[0, 0]];
    for (const pair of pairs) {
      if (!("level" in pair.left.link.dataset)) continue;
      const [x, y] = [pair[from].top, pair[to].top];
      const [lastX, lastY] = points.at(-1);
      if (x > lastX && y > lastY) points.push([x, y]);
    }
    points.push([panes[from].scrollHeight, panes[to].scrollHeight]);
    return points;
  }

  // The line at which texts are level runs down the panes while they are read, so that both begin and end together
  function levelled(side, top) {
    const other = otherThan(side);
    const share = top / Math.max(1, range(side));
    const line = share * panes[side].clientHeight;
    const at = top + line;
    const points = levels(side, other).sort(([one], [two]) => one - two);
    const next = Math.max(1, points.findIndex(([x]) => x >= at));
    const [[x0, y0], [x1, y1]] = [points[next - 1], points[next]];
    return y0 + ((at - x0) / Math.max(1, x1 - x0)) * (y1 - y0) - line;
  }

  // The texts where the page has scrolled them; what was held at other heights goes back to them on the way
  function place() {
    const lead = longer();
    const other = otherThan(lead);
    const way = Math.min(Math.max(-track.getBoundingClientRect().top, 0), range(lead));
    const rest = held ? held.shift * Math.max(0, 1 - Math.abs(way - held.way) / panes[lead].clientHeight) : 0;
    panes[lead].scrollTop = way;
    panes[other].scrollTop = levelled(lead, way) + rest;
    placed = { left: panes.left.scrollTop, right: panes.right.scrollTop };
    draw();
  }

  // Both texts at these heights, and the page where it scrolls them to about there
  function hold(tops, smooth) {
    const lead = longer();
    const other = otherThan(lead);
    const way = Math.min(Math.max(tops[lead], 0), range(lead));
    const top = Math.min(Math.max(tops[other], 0), range(other));
    held = { way, shift: top - levelled(lead, way) };
    window.scrollTo({ top: trackTop() + way, behavior: smooth && !isCalm() ? "smooth" : "auto" });
    place();
  }

  // The browser itself scrolls a pane to what has the focus, is linked to, or is found in the page
  function heed() {
    const moved = ["left", "right"].find((side) => placed && Math.abs(panes[side].scrollTop - placed[side]) > 2);
    if (!moved) return place();
    const top = panes[moved].scrollTop;
    hold({ [moved]: top, [otherThan(moved)]: levelled(moved, top) }, false);
  }

  // The lines

  function drawPaths() {
    const threads = frame.querySelector(".threads");
    threads.replaceChildren(...pairs.map((pair) => {
      pair.path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      pair.path.classList.toggle("maybe", pair.left.link.matches(".maybe"));
      pair.path.classList.toggle("crossing", !("level" in pair.left.link.dataset));
      return pair.path;
    }));
  }

  function draw() {
    cancelAnimationFrame(drawing);
    if (isWide.matches) drawing = requestAnimationFrame(drawNow);
  }

  function drawNow() {
    const { clientWidth: width, clientHeight: height } = frame.querySelector(".threads");
    const [shiftLeft, shiftRight] = [panes.left.scrollTop, panes.right.scrollTop];
    for (const { left, right, path } of pairs) {
      const [y0, y1, y2, y3] = [left.top - shiftLeft, left.bottom - shiftLeft, right.top - shiftRight, right.bottom - shiftRight];
      const isSeen = (y1 > 0 && y0 < height) || (y3 > 0 && y2 < height);
      const [from, to] = [y0 + LINE, y2 + LINE];
      path.setAttribute("d", isSeen ? `M1 ${y0}V${y1}M1 ${from}C${width * 0.55} ${from} ${width * 0.45} ${to} ${width - 1} ${to}M${width - 1} ${y2}V${y3}` : "");
    }
  }

  // Lighting both ends

  function light() {
    const number = hovered ?? current;
    all(root, ".lit").forEach((part) => part.classList.remove("lit"));
    for (const { path } of pairs) path.classList.remove("lit");
    if (number === null) return;
    all(root, `[data-links~="${number}"], [data-link="${number}"]`).forEach((part) => part.classList.add("lit"));
    pairs.filter((pair) => pair.number === number).forEach(({ path }) => {
      path.classList.add("lit");
      path.parentElement.append(path);
    });
  }

  function tell(number) {
    const row = root.querySelector(`#reader-links tr[data-link="${number}"]`);
    const card = row.querySelector("td:last-child a").cloneNode(true);
    const order = [...new Set(pairs.map((pair) => pair.number))];
    document.getElementById("reader-step").replaceChildren(`Passage ${number} of ${order.length} · ${row.querySelector(".speaker").textContent} · `, card);
  }

  // Going to a passage: both ends at one height, as far as the ends of the texts allow

  function level(...ends) {
    const lowest = Math.min(...ends.map(({ top }) => top));
    const highest = Math.max(...ends.map(({ side, top }) => top - (panes[side].scrollHeight - panes[side].clientHeight)));
    const room = panes.left.clientHeight - ROOM - Math.max(...ends.map(({ top, bottom }) => bottom - top));
    const wanted = Math.max(Math.min(panes.left.clientHeight * TOP, room), ROOM / 2);
    const height = Math.min(Math.max(wanted, highest), lowest);
    scrollPanes(Object.fromEntries(ends.map(({ side, top }) => [side, top - height])));
  }

  function partnerOf(joint) {
    return joints.get(joint.link.hash.slice(1));
  }

  function scrollPanes(tops) {
    if (isDriven()) return hold(tops, true);
    for (const [side, top] of Object.entries(tops)) {
      panes[side].scrollTo({ top, behavior: isCalm() ? "auto" : "smooth" });
    }
  }

  function goTo(joint) {
    current = joint.number;
    hovered = null;
    light();
    tell(joint.number);
    if (isWide.matches) {
      if (!isDriven()) window.scrollTo({ top: trackTop() });
      level(joint, partnerOf(joint));
    } else {
      show(joint.side);
      joint.link.scrollIntoView({ block: "center", behavior: isCalm() ? "auto" : "smooth" });
    }
    joint.link.focus({ preventScroll: true });
  }

  function step(by) {
    const firsts = [...new Map(pairs.map((pair) => [pair.number, pair])).values()].sort((one, two) => one.number - two.number);
    const side = isWide.matches ? document.activeElement.closest("[data-side]")?.dataset.side ?? "left" : frame.dataset.shown;
    const at = firsts.findIndex((pair) => pair.number === current);
    const next = at < 0 ? (by > 0 ? 0 : firsts.length - 1) : (at + by + firsts.length) % firsts.length;
    goTo(firsts[next][side]);
  }

  // Beside a passage that is pointed at, its partner comes into view where the texts scroll freely
  function bring(number, side) {
    const pair = pairs.find((one) => one.number === number);
    const other = otherThan(side);
    const pane = panes[other];
    const isSeen = pair[other].bottom > pane.scrollTop && pair[other].top < pane.scrollTop + pane.clientHeight;
    if (isSeen || frame.dataset.scroll !== "freely" || !isWide.matches) return;
    scrollPanes({ [other]: pair[other].top - (pair[side].top - panes[side].scrollTop) });
  }

  let waiting;
  function point(part, wait) {
    clearTimeout(waiting);
    const number = part ? part.dataset.link ?? part.dataset.links.split(" ").at(-1) : null;
    if (number !== hovered) {
      hovered = number;
      light();
    }
    if (part) waiting = setTimeout(() => bring(number, part.closest("[data-side]").dataset.side), wait);
  }

  document.addEventListener("pointerover", ({ target }) => {
    if (frame?.isConnected) point(target.closest(".pane .linked, .pane .joint"), WAIT);
  });

  document.addEventListener("focusin", ({ target }) => {
    if (target.matches(".pane .joint") && frame?.isConnected) point(target, 0);
  });

  // Passages and numbers lead to their partner, and back

  document.addEventListener("click", (event) => {
    if (!frame?.isConnected) return;
    const button = event.target.closest("[data-step]");
    if (button) step(Number(button.dataset.step));
    const link = event.target.closest("#reader a[href^='#left-'], #reader a[href^='#right-']");
    if (!link || !joints.has(link.hash.slice(1)) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const end = joints.get(link.hash.slice(1));
    const own = joints.get(link.id);
    if (own && isWide.matches) answer(own, end);
    else goTo(end);
  });

  // The partner comes to the height of the number that was followed
  function answer(own, end) {
    [current, hovered] = [own.number, null];
    light();
    tell(own.number);
    const top = panes[own.side].scrollTop;
    scrollPanes({ [own.side]: top, [end.side]: end.top - (own.top - top) });
    end.link.focus({ preventScroll: true });
  }

  // Scrolling

  document.addEventListener("scroll", ({ target }) => {
    if (!frame?.isConnected || !isWide.matches) return;
    const isOfPane = target.matches?.(".pane");
    if (target !== document && !isOfPane) return;
    if (target === document) {
      fill();
      keep();
    }
    if (isDriven()) heed();
    else if (isOfPane) draw();
  }, { passive: true, capture: true });

  // Below the texts their frame leaves the window; its choices and heads stay
  function keep() {
    const gone = Math.max(0, -frame.getBoundingClientRect().top);
    frame.classList.toggle("is-leaving", gone > 0);
    for (const part of all(frame, ".reader-tools, .side-head")) part.style.translate = gone ? `0 ${gone}px` : "";
  }

  // Panes that scroll freely do once their frame fills the window; until then the page does
  function fill() {
    const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
    frame.classList.toggle("is-filling", frame.getBoundingClientRect().top <= 1 || isAtEnd);
  }

  // Choices that need no other texts: kept in the address

  function show(side) {
    const choice = root.querySelector(`input[name="shown"][value="${side}"]`);
    if (choice.checked) return;
    choice.checked = true;
    choose();
  }

  function choose() {
    const chosen = new FormData(document.getElementById("reader-choices"));
    const tops = { left: panes.left.scrollTop, right: panes.right.scrollTop };
    const turned = frame.dataset.scroll !== chosen.get("scroll");
    for (const name of ["marks", "scroll", "shown"]) frame.dataset[name] = chosen.get(name);
    frame.toggleAttribute("data-dim", chosen.has("dim"));
    if (turned) turn(tops);
    const usual = { marks: "changed", scroll: "together", shown: "left" };
    const told = [...chosen].filter(([name, value]) => usual[name] !== value);
    history.replaceState(history.state, "", `?${new URLSearchParams(told)}`);
  }

  // What is being read stays when the way of scrolling is changed
  function turn(tops) {
    placed = null;
    measure();
    if (isDriven()) hold(tops, false);
    else {
      if (scrollY > trackTop()) window.scrollTo({ top: trackTop() });
      for (const side of ["left", "right"]) panes[side].scrollTop = tops[side];
    }
  }

  document.addEventListener("change", ({ target }) => {
    if (target.matches("#reader-choices input")) choose();
  });

  isWide.addEventListener("change", () => { if (frame?.isConnected) measure(); });
  document.addEventListener("htmx:after:swap", () => {
    if (document.getElementById("reader") === root) return;
    open();
    if (frame?.isConnected && isWide.matches && scrollY > trackTop()) window.scrollTo({ top: trackTop() });
  });
  document.fonts.ready.then(() => { if (frame?.isConnected) measure(); });
  open();
})();
