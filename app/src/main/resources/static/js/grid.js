// The grid of a return: move with the keyboard, paste a block, undo, keep what is being typed. The form works without it.
import { Keeper } from "/js/keeper.js";

const form = document.querySelector("form[data-typing]");

// On a phone one part is open at a time: the first that still wants something, and every faulty one.
if (matchMedia("(max-width: 767px)").matches && !location.hash) {
  const parts = [...document.querySelectorAll(".gb-return .gb-group[open]")];
  parts.slice(form ? 1 : 0).forEach((part) => { part.open = "faulty" in part.dataset; });
}

if (form) {
  const say = form.dataset;
  const cells = [...form.querySelectorAll("[data-grid]:not([readonly])")];
  const rows = [...new Set(cells.map((cell) => cell.closest("tr")))];
  const order = ["v", "n", "d", "r"];
  const fields = new Map([...form.elements].filter((one) => /^[vmndrska]\./.test(one.name)).map((one) => [one.name, one]));
  const held = new Map([...fields].map(([name, one]) => [name, one.value]));
  const done = [];
  const undone = [];

  const at = (row, kind) => rows[row]?.querySelector(`[data-grid="${kind}"]`);

  // ---- Keeping
  const told = form.querySelector("[data-kept]");
  const opened = form.elements.opened;
  const keeper = new Keeper({
    send: (changes) => fetch(say.typing, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams({
        [say.csrf]: say.token,
        fields: JSON.stringify(Object.fromEntries(changes.map(({ key, was, is }) => [key, [was, is]]))),
      }),
    }),
    told: (state, detail) => {
      told.classList.toggle("gb-late", state !== "saved" && state !== "saving");
      told.textContent = (say[state] ?? "").replace("{0}", detail ?? "");
    },
    known: (name) => fields.get(name).value,
    answered: (answer, changes) => {
      const base = JSON.parse(opened.value);
      changes.forEach(({ key, is }) => { base[key] = is; });
      const state = Object.values(answer.rows)[0];
      remarks(state.cells);
      for (const other of Object.values(answer.clashes).flat()) {
        base[other.place] = other.now;
        clash(other);
      }
      opened.value = JSON.stringify(base);
      if (Object.keys(answer.closed).length) told.textContent = say.closed;
    },
  });

  const changed = (field) => {
    keeper.change(field.name, held.get(field.name));
    held.set(field.name, field.value);
    count(field.closest(".gb-group"));
  };

  // ---- What the server says beside each line
  const words = { e: ["error", "alert-circle"], w: ["warn", "alert-triangle"], n: ["note", "info-circle"] };
  const remarkRow = (line) => {
    const next = line.nextElementSibling;
    if (next?.classList.contains("gb-remarks")) return next;
    const row = document.createElement("tr");
    row.className = "gb-remarks";
    const cell = row.insertCell();
    cell.colSpan = 5;
    cell.id = `said-${line.id}`;
    line.after(row);
    return row;
  };
  const remark = (tone, said) => {
    const line = document.createElement("p");
    const icon = document.createElement("i");
    icon.className = `ti ti-${words[tone][1]}`;
    icon.setAttribute("aria-hidden", "true");
    line.className = `gb-remark gb-remark-${words[tone][0]}`;
    line.append(icon, said);
    return line;
  };
  const remarks = (found) => {
    const by = new Map(found.map((one) => [one.code, one]));
    for (const line of form.querySelectorAll("tbody tr[id]")) {
      const one = by.get(line.id);
      const row = line.nextElementSibling;
      const value = line.querySelector("[data-grid=v]");
      value?.toggleAttribute("aria-invalid", false);
      if (one) {
        if (one.tone === "e") value?.setAttribute("aria-invalid", "true");
        value?.setAttribute("aria-describedby", `said-${line.id}`);
        const box = remarkRow(line).cells[0];
        box.querySelectorAll(".gb-remark:not(.gb-clash)").forEach((old) => old.remove());
        box.prepend(...one.said.split("\n").map((said) => remark(one.tone, said)));
        line.classList.add("gb-spoken");
      } else if (row?.classList.contains("gb-remarks") && !row.querySelector(".gb-clash")) {
        row.remove();
        value?.removeAttribute("aria-describedby");
      } else row?.querySelectorAll(".gb-remark:not(.gb-clash)").forEach((old) => old.remove());
    }
  };

  // Somebody else wrote here first: both texts stay in sight until one is chosen.
  const clash = (other) => {
    const field = fields.get(other.place);
    const line = field?.closest("tr[id]");
    const box = line ? remarkRow(line).cells[0] : field.parentElement;
    const note = remark("e", say.other.replace("{0}", other.by || "?").replace("{1}", other.now || "–").replace("{2}", other.at) + " ");
    note.classList.add("gb-clash");
    note.setAttribute("role", "alert");
    note.append(choice(say.theirs, () => { keeper.settle(other.place); field.value = other.now; held.set(other.place, other.now); note.remove(); field.focus(); }));
    note.append(choice(say.mine, () => { keeper.settle(other.place); keeper.change(other.place, other.now); note.remove(); field.focus(); }));
    box.querySelectorAll(`[data-of="${CSS.escape(other.place)}"]`).forEach((old) => old.remove());
    note.dataset.of = other.place;
    box.append(note);
  };
  const choice = (label, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-sm";
    button.textContent = label;
    button.addEventListener("click", act);
    return button;
  };

  // ---- Undo: what was typed in one cell, or pasted at once, is one step
  let entered = null;
  form.addEventListener("focusin", (event) => { entered = fields.has(event.target.name) ? { name: event.target.name, value: event.target.value } : null; });
  form.addEventListener("focusout", () => step());
  const step = () => {
    if (entered && fields.get(entered.name).value !== entered.value) {
      done.push([[entered.name, entered.value, fields.get(entered.name).value]]);
      undone.length = 0;
      entered.value = fields.get(entered.name).value;
    }
  };
  const again = (from, to, index) => {
    step();
    const changes = from.pop();
    if (!changes) return;
    to.push(changes);
    for (const change of changes) {
      const field = fields.get(change[0]);
      field.value = change[index];
      changed(field);
    }
    const first = fields.get(changes[0][0]);
    first.closest("details").open = true;
    first.focus();
    entered = { name: first.name, value: first.value };
  };

  // ---- Moving
  const focus = (target) => {
    target.closest("details").open = true;
    target.focus();
    target.select?.();
  };
  const move = (cell, by) => {
    const start = rows.indexOf(cell.closest("tr"));
    for (let row = start + by; row >= 0 && row < rows.length; row += by) {
      const target = at(row, cell.dataset.grid);
      if (target) return focus(target);
    }
  };
  const aside = (cell, by) => {
    const line = [...cell.closest("tr").querySelectorAll("[data-grid]:not([readonly])")];
    const target = line[line.indexOf(cell) + by];
    if (target) focus(target);
    return Boolean(target);
  };
  const atEdge = (cell, by) => cell.selectionStart === cell.selectionEnd && cell.selectionEnd === (by > 0 ? cell.value.length : 0)
    || cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;

  form.addEventListener("keydown", (event) => {
    const control = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (control && !event.altKey && (key === "z" || key === "y") && fields.has(event.target.name) && event.target.tagName !== "TEXTAREA") {
      event.preventDefault();
      if (key === "z" && !event.shiftKey) again(done, undone, 1);
      else again(undone, done, 2);
      return;
    }
    const cell = event.target.closest("[data-grid]");
    if (!cell || event.altKey || control) return;
    if (event.key === "ArrowDown" || event.key === "Enter") move(cell, 1);
    else if (event.key === "ArrowUp") move(cell, -1);
    else if (event.key === "ArrowRight" && atEdge(cell, 1) && aside(cell, 1)) { /* moved */ }
    else if (event.key === "ArrowLeft" && atEdge(cell, -1) && aside(cell, -1)) { /* moved */ }
    else if (event.key === "F2") cell.setSelectionRange(cell.value.length, cell.value.length);
    else return;
    event.preventDefault();
  });

  // A block copied from a spreadsheet: rows by line, columns by tab, starting at the cell that has the focus.
  form.addEventListener("paste", (event) => {
    const cell = event.target.closest("[data-grid]");
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!cell || cell.readOnly || !/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return;
    event.preventDefault();
    step();
    const first = rows.indexOf(cell.closest("tr"));
    const kinds = order.slice(order.indexOf(cell.dataset.grid));
    const group = [];
    text.replace(/\r?\n$/, "").split(/\r?\n/).forEach((line, down) => {
      line.split("\t").forEach((value, right) => {
        const target = at(first + down, kinds[right]);
        if (!target || target.readOnly || target.value === value.trim()) return;
        group.push([target.name, target.value, value.trim()]);
        target.value = value.trim();
        changed(target);
      });
    });
    if (group.length) { done.push(group); undone.length = 0; }
    entered = { name: cell.name, value: cell.value };
  });

  const answered = (row) => [...row.querySelectorAll("[data-grid=v],[data-grid=n],.gb-mark select")].some((field) => field.value !== "");
  const count = (part) => {
    const said = part?.querySelector("[data-answered]");
    if (said) said.textContent = [...part.querySelectorAll("tbody tr[id]")].filter(answered).length;
  };

  form.addEventListener("input", (event) => { if (fields.has(event.target.name)) changed(event.target); });

  let sending = false;
  form.addEventListener("submit", () => { sending = true; });
  addEventListener("beforeunload", (event) => { if (!sending && !keeper.idle()) event.preventDefault(); });
}
