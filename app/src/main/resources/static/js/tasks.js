// The board: dropping a card on a column presses the card's own button for that column; without one it is refused aloud.
const board = document.querySelector("[data-board]");
const said = document.querySelector("[data-said]");
let held = null;

board?.addEventListener("dragstart", event => {
  held = event.target.closest("[data-card]");
  if (!held) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", "");
  for (const column of board.querySelectorAll("[data-column]")) {
    column.classList.toggle("gb-open-to", Boolean(way(held, column)));
  }
});

board?.addEventListener("dragover", event => {
  const column = event.target.closest("[data-column]");
  if (held && column && way(held, column)) event.preventDefault();
});

board?.addEventListener("drop", event => {
  const column = event.target.closest("[data-column]");
  if (!held || !column) return;
  event.preventDefault();
  const button = way(held, column);
  if (button) button.click();
});

board?.addEventListener("dragend", event => {
  if (said && event.dataTransfer.dropEffect === "none") said.textContent = board.dataset.refused;
  for (const column of board.querySelectorAll("[data-column]")) column.classList.remove("gb-open-to");
  held = null;
});

function way(card, column) {
  return card.querySelector(`[data-to="${column.dataset.column}"]`);
}
