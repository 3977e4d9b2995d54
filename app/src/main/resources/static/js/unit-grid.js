// Entry for many units: keyboard, ranges, paste, undo. Each change goes to the server as a cell with what stood there before.
import { Keeper } from "/js/keeper.js";

const sheet = document.querySelector("#grid");
const rows = [...sheet.querySelectorAll("tbody tr")];
const cells = rows.map((row) => [...row.querySelectorAll("td")]);
const heads = [...sheet.querySelectorAll("thead th[data-c]")];
const codes = heads.map((head) => head.dataset.c);
const totals = [...sheet.querySelectorAll("tfoot td")];
const part = (name) => sheet.querySelector(`.gb-cellbar [data-${name}]`);
const say = sheet.dataset;
const row = new Map(rows.map((one, at) => [one.dataset.u, at]));
const column = new Map(codes.map((code, at) => [code, at]));
const sums = new Set();
const done = [];
const undone = [];

let active = { r: 0, c: 0 };
let anchor = active;
let marked = [];
let editor = null;

const cell = (r, c) => cells[r]?.[c];
const closed = (r, c = active.c) => rows[r].classList.contains("gb-closed") || cells[r][c].classList.contains("o");
const text = (r, c) => (editor && editor.parentElement === cell(r, c) ? editor.dataset.before : cell(r, c).textContent);

// ---- What is kept on the server
const keeper = new Keeper({
  send: (changes) => {
    const units = {};
    for (const { key, was, is } of changes) {
      const [unit, place] = key.split(" ");
      // A count of the system that was taken over as it is, is told apart from one that somebody typed.
      const taken = column.has(place) && cell(row.get(unit), column.get(place)).dataset.taken === is && is !== "";
      (units[unit] ??= {})[taken ? `q.${place}` : place] = [was, is];
    }
    return post(units);
  },
  told: (state, detail) => {
    const kept = part("kept");
    kept.classList.toggle("late", state === "offline" || state === "failed" || state === "loggedOut");
    kept.textContent = fill(say[state], detail);
  },
  answered: show,
  known: (key) => {
    const [unit, place] = key.split(" ");
    const td = cell(row.get(unit), column.get(place.replace(/^r\./, "")));
    return (place.startsWith("r.") ? td.dataset.r : td.textContent) ?? "";
  },
});

async function post(units) {
  const body = new URLSearchParams({
    [say.csrf]: say.token, form: say.form, period: say.period, cells: JSON.stringify(units),
  });
  return fetch("/returns/grid/cells", { method: "POST", body, headers: { Accept: "application/json" } });
}

function fill(pattern, detail) {
  return (pattern ?? "").replace("{0}", detail ?? "");
}

// ---- What the server found
function show(answer, sent) {
  for (const [unit, state] of Object.entries(answer.rows)) {
    const r = row.get(unit);
    standing(r, state.standing);
    for (const td of cells[r]) mark(td, "", "");
    for (const one of state.cells) {
      const c = column.get(one.code);
      if (c !== undefined) mark(cell(r, c), one.tone, one.said);
    }
  }
  for (const { key } of sent) {
    const [unit, place] = key.split(" ");
    cell(row.get(unit), column.get(place.replace(/^r\./, ""))).classList.remove("u");
  }
  for (const [unit, list] of Object.entries(answer.clashes)) {
    for (const other of list) clash(unit, other);
  }
  for (const unit of Object.keys(answer.closed)) {
    rows[row.get(unit)].classList.add("gb-closed");
    part("said").textContent = answer.closed[unit];
  }
  about();
}

function standing(r, state) {
  const small = rows[r].querySelector("[data-standing]");
  small.className = `gb-state-${state.tone}`;
  small.textContent = `${state.answered}/${state.asked} · ${state.word}`;
}

function mark(td, tone, said) {
  td.classList.remove("e", "w", "n");
  if (tone) td.classList.add(tone);
  if (said) td.dataset.said = said; else delete td.dataset.said;
  if (tone === "e") td.setAttribute("aria-invalid", "true"); else td.removeAttribute("aria-invalid");
}

// Somebody else wrote here first: both texts stay in sight until one is chosen.
function clash(unit, other) {
  const td = cell(row.get(unit), column.get(other.place.replace(/^r\./, "")));
  td.classList.add("k");
  td.clash = { ...other, key: `${unit} ${other.place}` };
}

part("theirs").addEventListener("click", () => settle((td) => {
  keeper.settle(td.clash.key);
  if (td.clash.place.startsWith("r.")) td.dataset.r = td.clash.now;
  else td.textContent = td.clash.now;
}));
part("mine").addEventListener("click", () => settle((td) => {
  keeper.settle(td.clash.key);
  keeper.change(td.clash.key, td.clash.now);
}));

function settle(choose) {
  const td = cell(active.r, active.c);
  if (!td.clash) return;
  choose(td);
  delete td.clash;
  td.classList.remove("k");
  total(active.c);
  about();
  td.focus();
}

// ---- The bar below: where we are, what is said about it
function about() {
  const { r, c } = active;
  const td = cell(r, c);
  const head = heads[c];
  part("where").textContent = `${rows[r].querySelector("a").textContent} · ${codes[c]}`;
  part("what").textContent = `${head.title}${td.dataset.b ? ` · ${say.last}: ${td.dataset.b}` : ""}`;
  part("said").textContent = td.dataset.said ?? "";
  const why = part("reason");
  if (document.activeElement !== why) why.value = td.dataset.r ?? "";
  why.disabled = closed(r, c);
  part("talk").hidden = false;
  part("talk").href = `${rows[r].querySelector("a").getAttribute("href")}/comments?indicator=${codes[c]}`;
  part("talks").textContent = td.dataset.n ? `(${td.dataset.n})` : "";
  const offered = td.dataset.q !== undefined && !closed(r, c);
  part("count").hidden = !offered;
  if (offered) {
    part("counted-rows").textContent = fill(say.counted, td.dataset.q);
    part("counted-rows").href = `${rows[r].querySelector("a").getAttribute("href")}/counted/${codes[c]}`;
    part("take").disabled = td.textContent !== "";
  }
  part("clash").hidden = !td.clash;
  if (td.clash) {
    part("clash-text").textContent = say.other.replace("{0}", td.clash.by || "?").replace("{1}", td.clash.now || "–").replace("{2}", td.clash.at);
  }
}

part("reason").addEventListener("change", (event) => {
  const td = cell(active.r, active.c);
  const key = `${rows[active.r].dataset.u} r.${codes[active.c]}`;
  keeper.change(key, td.dataset.r ?? "");
  td.dataset.r = event.target.value.trim();
});
part("reason").addEventListener("keydown", (event) => {
  if (event.key === "Enter" || event.key === "Escape") {
    event.preventDefault();
    event.target.blur();
    cell(active.r, active.c).focus();
  }
});

// ---- Moving and marking
function go(r, c, extend) {
  r = Math.max(0, Math.min(r, rows.length - 1));
  c = Math.max(0, Math.min(c, codes.length - 1));
  cell(active.r, active.c).tabIndex = -1;
  active = { r, c };
  if (!extend) anchor = active;
  const td = cell(r, c);
  td.tabIndex = 0;
  td.focus({ preventScroll: true });
  reveal(td);
  range();
  about();
}

// The sticky head and first column must not cover the cell.
function reveal(td) {
  const box = sheet.querySelector(".gb-scroll");
  const left = sheet.querySelector(".gb-corner").offsetWidth;
  const top = sheet.querySelector("thead").offsetHeight;
  const bottom = sheet.querySelector("tfoot").offsetHeight;
  if (td.offsetLeft < box.scrollLeft + left) box.scrollLeft = td.offsetLeft - left;
  const right = td.offsetLeft + td.offsetWidth - box.clientWidth;
  if (right > box.scrollLeft) box.scrollLeft = right;
  if (td.offsetTop < box.scrollTop + top) box.scrollTop = td.offsetTop - top;
  const low = td.offsetTop + td.offsetHeight - box.clientHeight + bottom;
  if (low > box.scrollTop) box.scrollTop = low;
}

const span = () => ({
  top: Math.min(anchor.r, active.r), bottom: Math.max(anchor.r, active.r),
  left: Math.min(anchor.c, active.c), right: Math.max(anchor.c, active.c),
});
const single = () => anchor.r === active.r && anchor.c === active.c;

function range() {
  for (const td of marked) { td.classList.remove("s"); td.removeAttribute("aria-selected"); }
  marked = [];
  if (single()) return;
  each((r, c) => { const td = cell(r, c); td.classList.add("s"); td.setAttribute("aria-selected", "true"); marked.push(td); });
}

function each(what) {
  const { top, bottom, left, right } = span();
  for (let r = top; r <= bottom; r++) for (let c = left; c <= right; c++) what(r, c);
}

// ---- Changing cells; every change can be taken back
function put(changes) {
  const real = changes.filter(([r, c, , is]) => !closed(r, c) && text(r, c) !== is);
  if (real.length) {
    done.push(write(real));
    undone.length = 0;
  }
  return real.length;
}

function write(changes) {
  const columns = new Set();
  const back = changes.map(([r, c, , is, taken]) => {
    const td = cell(r, c);
    const was = td.textContent;
    const before = td.dataset.taken;
    if (taken) td.dataset.taken = is; else delete td.dataset.taken;
    keeper.change(`${rows[r].dataset.u} ${codes[c]}`, was);
    td.textContent = is;
    td.classList.add("u");
    columns.add(c);
    return [r, c, is, was, Boolean(before)];
  });
  columns.forEach(total);
  return back;
}

function again(from, to, word) {
  const changes = from.pop();
  if (!changes) return;
  const open = changes.filter(([r, c]) => !closed(r, c));
  to.push(write(open));
  part("said").textContent = fill(word, open.length);
  if (open.length) go(open[0][0], open[0][1], false);
}

const total = (c) => {
  if (sums.size === 0) requestAnimationFrame(() => { sums.forEach(add); sums.clear(); });
  sums.add(c);
};
function add(c) {
  if (!heads[c].dataset.sum) return;
  let sum = 0;
  let any = false;
  for (let r = 0; r < rows.length; r++) {
    const number = /(-?\d[\d.]*)(,\d+)?$/.exec(text(r, c).trim());
    if (number) { sum += Number(number[1].replaceAll(".", "") + (number[2] ?? "").replace(",", ".")); any = true; }
  }
  totals[c].textContent = any ? sum.toLocaleString("vi-VN", { maximumFractionDigits: 2 }) : "";
}

// ---- Typing into a cell
function edit(start) {
  const { r, c } = active;
  if (closed(r, c) || editor) return;
  const td = cell(r, c);
  editor = document.createElement("input");
  editor.autocomplete = "off";
  editor.dataset.before = td.textContent;
  editor.value = start ?? td.textContent;
  editor.setAttribute("aria-label", `${say.edit}: ${part("where").textContent}`);
  td.textContent = "";
  td.classList.add("gb-editing");
  td.append(editor);
  editor.focus();
  if (start === undefined) editor.select();
  editor.addEventListener("blur", () => close(true));
}

function close(keep) {
  if (!editor) return;
  const input = editor;
  const td = input.parentElement;
  const typed = input.value.trim();
  editor = null;
  td.classList.remove("gb-editing");
  td.textContent = input.dataset.before;
  const r = row.get(td.parentElement.dataset.u);
  if (keep) put([[r, cells[r].indexOf(td), "", typed]]);
}

const steps = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], PageDown: [12, 0], PageUp: [-12, 0] };

sheet.addEventListener("keydown", (event) => {
  if (!event.target.closest("td")) return;
  if (editor) return typing(event);
  const { r, c } = active;
  const control = event.ctrlKey || event.metaKey;
  const step = steps[event.key];
  if (control) return command(event, r, c);
  if (event.altKey) return;
  if (step) go(...past(r, c, step), event.shiftKey);
  else if (event.key === "Tab") { if (!tab(r, c, event.shiftKey)) return; }
  else if (event.key === "Enter") go(r + (event.shiftKey ? -1 : 1), c, false);
  else if (event.key === "Home") go(r, 0, event.shiftKey);
  else if (event.key === "End") go(r, codes.length - 1, event.shiftKey);
  else if (event.key === "F2" && event.shiftKey) part("talk").click();
  else if (event.key === "F2") edit();
  else if (event.key === "Delete" || event.key === "Backspace") clear();
  else if (event.key.length === 1) edit(event.key);
  else return;
  event.preventDefault();
});

const past = (r, c, [down, right]) => [r + down, c + right];

function tab(r, c, back) {
  const next = r * codes.length + c + (back ? -1 : 1);
  if (next < 0 || next >= rows.length * codes.length) return false;
  go(Math.floor(next / codes.length), next % codes.length, false);
  return true;
}

function command(event, r, c) {
  const key = event.key.toLowerCase();
  if (key === "z" && !event.shiftKey) again(done, undone, say.undone);
  else if (key === "y" || key === "z") again(undone, done, say.redone);
  else if (key === "home") go(0, 0, event.shiftKey);
  else if (key === "end") go(rows.length - 1, codes.length - 1, event.shiftKey);
  else if (key === "arrowdown") go(rows.length - 1, c, event.shiftKey);
  else if (key === "arrowup") go(0, c, event.shiftKey);
  else if (key === "arrowright") go(r, codes.length - 1, event.shiftKey);
  else if (key === "arrowleft") go(r, 0, event.shiftKey);
  else if (key === "d") down();
  else if (key === "a") { anchor = { r: 0, c: 0 }; active = { r: rows.length - 1, c: codes.length - 1 }; range(); }
  else return;
  event.preventDefault();
}

function typing(event) {
  const { r, c } = active;
  if (event.key === "Escape") { close(false); cell(r, c).focus(); }
  else if (event.key === "Enter") { close(true); go(r + (event.shiftKey ? -1 : 1), c, false); }
  else if (event.key === "Tab") { close(true); if (!tab(r, c, event.shiftKey)) return; }
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") { close(true); go(r + steps[event.key][0], c, false); }
  else return;
  event.preventDefault();
}

function clear() {
  const changes = [];
  each((r, c) => changes.push([r, c, "", ""]));
  part("said").textContent = fill(say.cleared, put(changes));
}

function down() {
  const { top } = span();
  const changes = [];
  each((r, c) => { if (r > top) changes.push([r, c, "", text(top, c)]); });
  put(changes);
}

// ---- Counts of the system: into empty cells only, one or all; taken back like any other change
part("take").addEventListener("click", () => {
  const { r, c } = active;
  if (text(r, c) === "") put([[r, c, "", cell(r, c).dataset.q, true]]);
  about();
  cell(r, c).focus();
});
part("take-all")?.addEventListener("click", () => {
  close(true);
  const changes = [];
  cells.forEach((line, r) => line.forEach((td, c) => { if (td.dataset.q !== undefined && text(r, c) === "") changes.push([r, c, "", td.dataset.q, true]); }));
  const count = put(changes);
  about();
  part("said").textContent = fill(say.filled, count);
  cell(active.r, active.c).focus();
});

// ---- Clipboard: blocks as Excel and LibreOffice write them
sheet.addEventListener("copy", (event) => {
  if (editor || !event.target.closest("td")) return;
  const { top, bottom, left, right } = span();
  const lines = [];
  for (let r = top; r <= bottom; r++) lines.push(Array.from({ length: right - left + 1 }, (_, at) => text(r, left + at)).join("\t"));
  event.clipboardData.setData("text/plain", lines.join("\n"));
  event.preventDefault();
});

sheet.addEventListener("paste", (event) => {
  if (!event.target.closest("td")) return;
  const pasted = event.clipboardData?.getData("text/plain") ?? "";
  if (editor && !/[\t\n]/.test(pasted.replace(/\r?\n$/, ""))) return;
  event.preventDefault();
  close(false);
  const block = pasted.replace(/\r?\n$/, "").split(/\r?\n/).map((line) => line.split("\t").map((one) => one.trim()));
  const { top, left, bottom, right } = span();
  const fills = block.length === 1 && block[0].length === 1 && !single();
  const high = fills ? bottom - top + 1 : block.length;
  const changes = [];
  let outside = 0;
  let skipped = 0;
  for (let down = 0; down < high; down++) {
    const line = fills ? Array(right - left + 1).fill(block[0][0]) : block[down];
    line.forEach((one, across) => {
      if (!cell(top + down, left + across)) outside++;
      else if (closed(top + down, left + across)) skipped++;
      else changes.push([top + down, left + across, "", one]);
    });
  }
  const count = put(changes);
  anchor = { r: top, c: left };
  go(Math.min(top + high - 1, rows.length - 1), Math.min(left + (fills ? right - left : block[0].length - 1), codes.length - 1), true);
  part("said").textContent = [fill(say.pasted, count), skipped && fill(say.skipped, skipped), outside && fill(say.outside, outside)].filter(Boolean).join(" ");
});

// ---- The mouse
const place = (event) => {
  const td = event.target.closest?.("tbody td");
  return td && sheet.contains(td) ? { r: row.get(td.parentElement.dataset.u), c: cells[row.get(td.parentElement.dataset.u)].indexOf(td), td } : null;
};
let dragging = false;
sheet.addEventListener("mousedown", (event) => {
  const at = place(event);
  if (!at || (editor && at.td.contains(editor)) || event.button !== 0) return;
  event.preventDefault();
  close(true);
  const same = single() && at.r === active.r && at.c === active.c && document.activeElement === at.td;
  if (same && !event.shiftKey) return edit();
  dragging = true;
  go(at.r, at.c, event.shiftKey);
});
sheet.addEventListener("mouseover", (event) => {
  const at = dragging && event.buttons === 1 ? place(event) : null;
  if (at) go(at.r, at.c, true);
});
addEventListener("mouseup", () => { dragging = false; });

// ---- Leaving: nothing typed is left behind
for (const link of document.querySelectorAll("[data-leave]")) {
  link.addEventListener("click", async (event) => {
    if (!editor && keeper.idle()) return;
    event.preventDefault();
    close(true);
    await keeper.flush();
    if (keeper.idle()) location.href = link.href;
  });
}
addEventListener("beforeunload", (event) => { if (editor || !keeper.idle()) event.preventDefault(); });

cell(0, 0).tabIndex = 0;
heads.forEach((_, c) => total(c));
