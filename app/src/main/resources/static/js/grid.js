// The grid of a return: move with the keyboard, paste a block, keep what is being typed. The form works without it.
const form = document.querySelector("form[data-typing]");

// On a phone one part is open at a time: the first that still wants something, and every faulty one.
if (matchMedia("(max-width: 767px)").matches && !location.hash) {
  const parts = [...document.querySelectorAll(".gb-return .gb-group[open]")];
  parts.slice(form ? 1 : 0).forEach((part) => { part.open = "faulty" in part.dataset; });
}

if (form) {
  const cells = [...form.querySelectorAll("[data-grid]:not([readonly])")];
  const rows = [...new Set(cells.map((cell) => cell.closest("tr")))];
  const order = ["v", "n", "d", "r"];

  const at = (row, kind) => rows[row]?.querySelector(`[data-grid="${kind}"]`);

  const move = (cell, step) => {
    const start = rows.indexOf(cell.closest("tr"));
    for (let row = start + step; row >= 0 && row < rows.length; row += step) {
      const target = at(row, cell.dataset.grid);
      if (target) {
        target.closest("details").open = true;
        target.focus();
        target.select();
        return;
      }
    }
  };

  form.addEventListener("keydown", (event) => {
    const cell = event.target.closest("[data-grid]");
    if (!cell || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "Enter") {
      event.preventDefault();
      move(cell, 1);
    } else if (event.key === "ArrowUp") {
      event.preventDefault();
      move(cell, -1);
    }
  });

  // A block copied from a spreadsheet: rows by line, columns by tab, starting at the cell that has the focus.
  form.addEventListener("paste", (event) => {
    const cell = event.target.closest("[data-grid]");
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!cell || cell.readOnly || !/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return;
    event.preventDefault();
    const first = rows.indexOf(cell.closest("tr"));
    const kinds = order.slice(order.indexOf(cell.dataset.grid));
    const lines = text.replace(/\r?\n$/, "").split(/\r?\n/);
    lines.forEach((line, down) => {
      line.split("\t").forEach((value, right) => {
        const target = at(first + down, kinds[right]);
        if (target && !target.readOnly) target.value = value.trim();
      });
    });
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });

  const told = form.querySelector("[data-kept]");
  let waiting = 0;
  let sending = false;

  const keep = async () => {
    if (sending) return;
    try {
      const answer = await fetch(form.dataset.typing, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        headers: { Accept: "text/plain" },
      });
      if (answer.ok && told) {
        const now = new Date();
        told.textContent = `${told.dataset.kept} ${String(now.getHours()).padStart(2, "0")}:${String(now.getMinutes()).padStart(2, "0")}`;
      }
    } catch {
      // Off line: the next change tries again, and the page still holds what was typed.
    }
  };

  const answered = (row) => [...row.querySelectorAll("[data-grid=v],[data-grid=n],.gb-mark select")].some((field) => field.value !== "");
  const count = (part) => {
    const said = part?.querySelector("[data-answered]");
    if (said) said.textContent = [...part.querySelectorAll("tbody tr[id]")].filter(answered).length;
  };

  form.addEventListener("input", (event) => {
    if (event.target === form) form.querySelectorAll(".gb-group").forEach(count);
    else count(event.target.closest(".gb-group"));
    clearTimeout(waiting);
    waiting = setTimeout(keep, 2500);
  });

  form.addEventListener("submit", () => {
    sending = true;
    clearTimeout(waiting);
  });
}
