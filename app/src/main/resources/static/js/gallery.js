// The gallery: pictures move by drag or by their arrows without a round trip; the numbers follow.
const form = document.querySelector("[data-gallery]");
const list = form?.querySelector(".gb-gallery");

if (list) {
  const rows = () => [...list.querySelectorAll("[data-picture]")];
  const number = () => rows().forEach((row, at) => { row.querySelector("[name=order]").value = at + 1; });

  list.addEventListener("click", event => {
    const button = event.target.closest("[data-move]");
    if (!button) return;
    event.preventDefault();
    const row = button.closest("[data-picture]");
    const up = button.dataset.move === "up";
    const other = up ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    up ? other.before(row) : other.after(row);
    number();
    button.focus();
  });

  // A picture is taken by itself, so that text in the fields can still be selected.
  for (const row of rows()) {
    const grip = row.querySelector("[data-grip]");
    grip.querySelector("img").draggable = false;
    grip.addEventListener("pointerdown", () => { row.draggable = true; });
    grip.addEventListener("pointerup", () => { row.draggable = false; });
    row.addEventListener("dragstart", event => { row.classList.add("gb-dragged"); event.dataTransfer.effectAllowed = "move"; });
    row.addEventListener("dragend", () => { row.draggable = false; row.classList.remove("gb-dragged"); number(); });
    row.addEventListener("dragover", event => {
      const dragged = list.querySelector(".gb-dragged");
      if (!dragged || dragged === row) return;
      event.preventDefault();
      const box = row.getBoundingClientRect();
      event.clientY < box.top + box.height / 2 ? row.before(dragged) : row.after(dragged);
    });
  }
}
