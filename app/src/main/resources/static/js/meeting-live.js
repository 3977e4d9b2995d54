// Keeps a page in step with its meeting: asks for the meeting's numbers and takes over the parts that changed.
const page = document.querySelector("[data-pulse]");

// ---- Clocks run on in the browser; the server says how many seconds it was when the page was made.
const starts = new WeakMap();
const clock = (seconds) => {
  const all = Math.abs(Math.trunc(seconds));
  const two = (number) => String(number).padStart(2, "0");
  const text = all < 3600
    ? `${Math.floor(all / 60)}:${two(all % 60)}`
    : `${Math.floor(all / 3600)}:${two(Math.floor(all / 60) % 60)}:${two(all % 60)}`;
  return seconds <= -1 ? "−" + text : text;
};
const tick = () => {
  for (const one of document.querySelectorAll("[data-up],[data-down]")) {
    if (!starts.has(one)) starts.set(one, performance.now());
    const passed = (performance.now() - starts.get(one)) / 1000;
    const seconds = one.dataset.up !== undefined ? Number(one.dataset.up) + passed : Number(one.dataset.down) - passed;
    one.textContent = clock(seconds);
    one.classList.toggle("gb-over", seconds < 0);
  }
};
tick();
setInterval(tick, 1000);

// ---- The pulse
if (page) {
  const names = ["roll", "floor", "notes"];
  const watched = page.dataset.watch.split(" ");
  const every = Number(page.dataset.every);
  let known = page.dataset.known.split("/");
  let behind = false;
  let renewed = performance.now();

  const ask = async () => {
    try {
      const answer = await fetch(page.dataset.pulse, { headers: { Accept: "application/json" } });
      if (answer.ok && !answer.redirected) compare(await answer.json());
      document.documentElement.toggleAttribute("data-cut", false);
    } catch {
      document.documentElement.toggleAttribute("data-cut", true);
    }
    const renew = Number(page.dataset.renew ?? 0);
    if (behind || (renew && performance.now() - renewed > renew)) await refresh();
  };

  const compare = (pulse) => {
    const moved = names.filter((name, at) => pulse[name] !== known[at]);
    known = names.map((name) => pulse[name]);
    if (moved.some((name) => name !== "notes" && watched.includes(name))) behind = true;
    if (moved.includes("notes") && watched.includes("notes")) dispatchEvent(new Event("gb:notes"));
  };

  // Somebody is in the middle of something: that part waits.
  const busy = (part) => part.querySelector("details[open].gb-menu, [data-dirty]")
    || (part.contains(document.activeElement) && document.activeElement.matches("input,textarea,select"));

  const refresh = async () => {
    let fresh;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (!answer.ok || answer.redirected) { if (answer.redirected) location.reload(); return; }
      fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      return;
    }
    renewed = performance.now();
    behind = false;
    for (const part of document.querySelectorAll("[data-live][id]")) {
      const other = fresh.getElementById(part.id);
      if (!other || other.outerHTML === part.outerHTML) continue;
      if (busy(part)) { behind = true; continue; }
      take(part, other);
    }
    tick();
  };

  const take = (part, other) => {
    const opened = [...part.querySelectorAll("details")].map((fold) => fold.open);
    const focus = part.contains(document.activeElement) ? document.activeElement.id : "";
    const next = document.importNode(other, true);
    next.querySelectorAll("details").forEach((fold, at) => { if (opened[at]) fold.open = true; });
    part.replaceWith(next);
    window.htmx?.process(next);
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  };

  let running = false;
  const round = async () => {
    if (!running && !document.hidden) {
      running = true;
      await ask();
      running = false;
    }
    // a little apart from one another, so that two hundred phones do not ask in one moment
    setTimeout(round, every * (0.85 + Math.random() * 0.3));
  };
  setTimeout(round, every * Math.random());
  document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });
}

// ---- The roll with the keyboard: arrows go from person to person, the space bar or Enter ticks.
document.addEventListener("keydown", (event) => {
  const row = event.target.closest?.("[data-keys] .gb-prow");
  if (!row || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input,textarea")) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const rows = [...row.parentElement.children];
  const next = rows[rows.indexOf(row) + step];
  if (next) {
    event.preventDefault();
    (next.querySelector("[data-tick]") ?? next.querySelector("summary")).focus();
  }
});
