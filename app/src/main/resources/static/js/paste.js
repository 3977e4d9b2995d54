/* Pasting from a spreadsheet: rows and columns of the clipboard go into the fields of a table marked data-paste. */
const rows = table => [...table.querySelectorAll("tbody tr")]
  .map(row => [...row.querySelectorAll("input:not([type=hidden]):not([readonly])")])
  .filter(row => row.length > 0);

document.addEventListener("paste", event => {
  const field = event.target.closest("[data-paste] input");
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!field || !/[\t\n]/.test(text.trimEnd())) return;
  event.preventDefault();
  const grid = rows(field.closest("[data-paste]"));
  const from = grid.findIndex(row => row.includes(field));
  const column = grid[from].indexOf(field);
  text.trimEnd().split(/\r?\n/).forEach((line, down) => {
    line.split("\t").forEach((value, across) => {
      const target = grid[from + down]?.[column + across];
      if (target) {
        target.value = value.trim();
        target.dispatchEvent(new Event("input", {bubbles: true}));
      }
    });
  });
});
