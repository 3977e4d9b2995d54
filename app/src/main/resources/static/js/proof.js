// Reads the article while it is written: the server looks, this file asks, shows what it said and puts mends in their places.
const card = document.querySelector("[data-proof]");
const form = card?.closest("form");
const PAUSE = 900;

if (form) {
  const editor = () => window.tinymce?.get("f-body");
  let waiting;
  let asking;

  const words = () => {
    const fields = new URLSearchParams();
    for (const name of ["title", "lead", "kicker", "caption", "alt", "media"]) fields.set(name, form.elements[name]?.value ?? "");
    fields.set("body", editor()?.getContent() ?? form.elements.body.value);
    if (form.elements.withoutPicture?.checked) fields.set("withoutPicture", "true");
    const csrf = document.querySelector("meta[name=csrf]");
    fields.set(csrf.dataset.name, csrf.content);
    return fields;
  };

  const look = async () => {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(`${card.dataset.proof}/look`, { method: "POST", body: words(), signal: asking.signal });
      if (answer.ok) card.innerHTML = await answer.text();
    } catch (gone) {
      if (gone.name !== "AbortError") sorry();
    }
  };

  const sorry = (message = card.dataset.sorry) => {
    const said = card.querySelector("[role=status]") ?? card.firstElementChild;
    if (said) said.textContent = message;
  };

  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  };

  const put = ({ part, text }) => {
    if (part === "body" && editor()) editor().undoManager.transact(() => editor().setContent(text));
    else form.elements[part].value = text;
  };

  const mend = async (button) => {
    const fields = words();
    fields.set("key", button.dataset.key);
    fields.set("mend", button.dataset.mend);
    const answer = await fetch(`${card.dataset.proof}/try`, { method: "POST", body: fields, headers: { Accept: "application/json" } });
    const told = await answer.json();
    if (!answer.ok) return sorry(told.message);
    put(told);
    return look();
  };

  const see = async (button) => {
    const fields = words();
    for (const name of ["title", "lead", "kicker", "caption", "alt", "media", "body"]) fields.delete(name);
    fields.set("key", button.dataset.seen);
    await fetch(`${card.dataset.proof}/seen`, { method: "POST", body: fields, redirect: "manual" });
    return look();
  };

  card.addEventListener("click", event => {
    const button = event.target.closest("button");
    const work = button?.dataset.mend ? mend(button) : button?.dataset.seen ? see(button) : null;
    work?.catch(() => sorry());
  });
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  const listen = (writing) => writing.on("input change undo redo SetContent", later);
  window.addEventListener("load", () => {
    if (editor()) listen(editor());
    window.tinymce?.on("AddEditor", event => listen(event.editor));
    later();
  });
}
