// One click puts a suggestion into the form's field of that name, or behind the text when there is none.
document.addEventListener("click", event => {
  const idea = event.target.closest("[data-suggest]");
  if (!idea) return;
  const form = idea.closest("form");
  const text = form?.querySelector("[data-wording]");
  if (!form || !text) return;
  const put = into(form, idea.dataset.suggest, idea.dataset.value);
  if (!put) text.value = `${text.value.replace(/[\s.;]+$/, "")}; ${idea.dataset.words}.`;
  idea.disabled = true;
  (put ?? text).dispatchEvent(new Event(put ? "change" : "input", { bubbles: true }));
});

function into(form, name, value) {
  const box = form.querySelector(`input[type=checkbox][name="${name}"][value="${CSS.escape(value)}"]`);
  if (box) { box.checked = true; return box; }
  const field = form.querySelector(`select[name="${name}"], input[name="${name}"]:not([type=checkbox]):not([type=hidden])`);
  if (!field || (field.tagName === "SELECT" && ![...field.options].some(option => option.value === value))) return null;
  field.value = value;
  return field;
}
