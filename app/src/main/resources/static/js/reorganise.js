/* The form of an event: ticking a unit moves it among the chosen ones, dragging ticks it, and shares add up as one types. */
const form = document.querySelector("[data-event]");
const picked = form?.querySelector("[data-picked]");

const settle = item => {
  const box = item.querySelector("input[name=from]");
  box.checked = item.parentElement === picked;
  count();
};

const count = () => {
  const badge = form.querySelector("[data-count]");
  if (badge) badge.textContent = picked.querySelectorAll("input[name=from]:checked").length;
};

if (picked) {
  form.addEventListener("change", event => {
    const box = event.target.closest("input[name=from]");
    const item = box?.closest("[data-unit]");
    if (!item) return;
    if (box.checked && item.parentElement !== picked) {
      item.home ??= item.parentElement;
      picked.append(item);
      box.focus();
    } else if (!box.checked && item.home) {
      item.home.prepend(item);
      box.focus();
    }
    count();
  });
  if (window.Sortable) {
    for (const list of form.querySelectorAll("[data-offer],[data-picked]")) {
      list.classList.add("gb-draggable");
      window.Sortable.create(list, {
        group: "units", sort: list === picked, animation: 0, filter: "input,button", preventOnFilter: false,
        onAdd: event => settle(event.item),
      });
    }
  }
}

const shares = [...(form?.querySelectorAll("[data-share]") ?? [])];
const sum = form?.querySelector("[data-sum]");
const number = text => Number(text.replace("%", "").replace(/\s/g, "").replace(",", "."));

function add() {
  const typed = shares.map(field => field.value.trim()).filter(Boolean);
  const total = typed.reduce((all, one) => all + number(one), 0);
  const rounded = Math.round(total * 1e6) / 1e6;
  sum.hidden = typed.length === 0;
  sum.textContent = `${sum.dataset.sum} ${Number.isNaN(rounded) ? "?" : rounded.toLocaleString(document.documentElement.lang)} %`;
  sum.toggleAttribute("data-wrong", rounded !== 100);
}

if (sum) {
  shares.forEach(field => field.addEventListener("input", add));
  add();
}
