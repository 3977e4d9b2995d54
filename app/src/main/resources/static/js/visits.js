// Says that somebody looks at this page and shows how many do; nothing about the reader is kept, here or there.
const place = document.querySelector("[data-visits]");
if (place) {
  fetch("/ban-doc/luot", { method: "POST", headers: { Accept: "application/json" } })
    .then(answer => (answer.ok ? answer.json() : null))
    .then(numbers => {
      if (!numbers) return;
      for (const one of place.querySelectorAll("[data-visit]")) one.textContent = numbers[one.dataset.visit];
      place.dataset.visits = "shown";
    })
    .catch(() => {});
}
