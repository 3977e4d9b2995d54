// Dragging a dimension to the rows or columns sets the same selects that others use, and sends the form.
const turn = document.querySelector("[data-turn]");

if (turn && window.Sortable) {
  turn.hidden = false;
  const form = turn.closest("form");
  const settle = () => {
    for (const zone of turn.querySelectorAll("[data-zone]")) {
      [...zone.querySelectorAll("[data-dimension]")].forEach((item, at) => {
        form.elements[item.dataset.dimension].value = zone.dataset.zone + (at + 1);
      });
    }
    form.requestSubmit();
  };
  for (const zone of turn.querySelectorAll("[data-zone]")) {
    window.Sortable.create(zone, { group: "dimensions", animation: 0, onEnd: event => {
      if (event.from !== event.to || event.oldIndex !== event.newIndex) settle();
    } });
  }
}
