// The agenda: rows move by drag or by their arrows without a round trip, and the sum is right while typing.
const form = document.querySelector("[data-agenda]");

if (form) {
  const body = form.querySelector("tbody");
  const rows = () => [...body.rows].filter(row => row.querySelector("[name=id]").value);
  const sum = form.querySelector("[data-sum] .gb-state");
  const words = sum && [...sum.childNodes].find(node => node.nodeType === Node.TEXT_NODE && node.data.trim());

  const number = () => [...body.rows].forEach((row, at) => { row.querySelector("[name=order]").value = at + 1; });

  const count = () => {
    const minutes = [...form.querySelectorAll("[name=minutes]")].reduce((all, one) => all + (parseInt(one.value, 10) || 0), 0);
    const over = minutes > Number(form.dataset.length);
    if (words) words.data = words.data.replace(/\d+/, String(minutes));
    sum?.classList.toggle("gb-state-late", over);
    sum?.classList.toggle("gb-state-done", !over);
  };

  form.addEventListener("input", event => { if (event.target.name === "minutes") count(); });

  form.addEventListener("click", event => {
    const button = event.target.closest("[name=move]");
    if (!button) return;
    event.preventDefault();
    const row = button.closest("tr");
    const all = rows();
    const at = all.indexOf(row);
    const other = all[button.value.startsWith("up") ? at - 1 : at + 1];
    if (!other) return;
    button.value.startsWith("up") ? other.before(row) : other.after(row);
    number();
    button.focus();
  });

  // A row is taken by its number cell, so that text in the fields can still be selected.
  for (const row of rows()) {
    const grip = row.querySelector(".gb-move");
    grip.addEventListener("pointerdown", () => { row.draggable = true; });
    grip.addEventListener("pointerup", () => { row.draggable = false; });
    row.addEventListener("dragstart", event => { row.classList.add("gb-dragged"); event.dataTransfer.effectAllowed = "move"; });
    row.addEventListener("dragend", () => { row.draggable = false; row.classList.remove("gb-dragged"); number(); });
    row.addEventListener("dragover", event => {
      const dragged = body.querySelector(".gb-dragged");
      if (!dragged || dragged === row) return;
      event.preventDefault();
      const box = row.getBoundingClientRect();
      event.clientY < box.top + box.height / 2 ? row.before(dragged) : row.after(dragged);
    });
  }
}
