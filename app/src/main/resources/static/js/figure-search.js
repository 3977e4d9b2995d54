// Figures of the register by search beside the editor: what is found is put where the cursor stands.
const part = document.querySelector("[data-find]");
const form = part?.closest("form");
const PAUSE = 350;

const begin = async () => {
  const answer = await fetch(part.dataset.find, { headers: { "HX-Request": "true" } });
  if (!answer.ok) return;
  part.innerHTML = await answer.text();
  const list = part.querySelector("[data-found]");
  const said = part.querySelector("[role=status]");
  const [words, typed] = part.querySelectorAll("input");
  const [unit, period] = part.querySelectorAll("select");
  let waiting;
  let asking;

  const find = async () => {
    asking?.abort();
    asking = new AbortController();
    const wanted = new URLSearchParams({ q: words.value, unit: unit.value, period: period.value, typed: typed.value });
    try {
      const answer = await fetch(`${part.dataset.find}?${wanted}`, { headers: { "HX-Request": "true" }, signal: asking.signal });
      if (answer.ok) list.innerHTML = await answer.text();
    } catch (gone) {
      if (gone.name !== "AbortError") said.textContent = form.dataset.sorry;
    }
  };

  const take = async (indicator) => {
    const csrf = document.querySelector("meta[name=csrf]");
    const fields = new URLSearchParams({ indicator, unit: unit.value, period: typed.value.trim() || period.value, [csrf.dataset.name]: csrf.content });
    const answer = await fetch(`${part.dataset.find}/take`, { method: "POST", body: fields, headers: { Accept: "application/json" } });
    const told = await answer.json();
    said.textContent = answer.ok ? told.text : told.message;
    if (answer.ok) window.tinymce?.get("f-body")?.insertContent(`<span data-figure="${told.id}">${told.text}</span> `);
  };

  part.addEventListener("input", (event) => {
    event.stopPropagation();
    clearTimeout(waiting);
    waiting = setTimeout(find, PAUSE);
  });
  part.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input")) {
      event.preventDefault();
      find();
    }
  });
  part.addEventListener("click", (event) => {
    const button = event.target.closest("[data-take]");
    if (button) take(button.dataset.take).catch(() => { said.textContent = form.dataset.sorry; });
  });
};

// Without an answer the link to the page of its own stays.
if (form) begin().catch(() => {});
