// Keeps what is being typed: every few seconds on the server, and in this browser while the server cannot have it.
const form = document.querySelector("#article[data-autosave]");
const said = form?.querySelector("[data-autosaved]");
const PAUSE = 2500;
const AGAIN = 15000;

if (form && said) {
  const slot = `gb-article:${form.dataset.autosave}`;
  let timer = 0;
  let typed = 0;
  let safe = 0;
  let leaving = false;

  const fields = () => {
    window.tinymce?.triggerSave();
    const all = new FormData(form);
    all.delete("picture");
    return all;
  };

  const hold = () => {
    const written = [...fields()].filter(([name]) => name !== tokenName());
    try {
      localStorage.setItem(slot, JSON.stringify(written));
    } catch {
      // a full or forbidden store: the page itself still holds the text
    }
  };

  const tokenName = () => document.querySelector("meta[name=csrf]").dataset.name;

  // After a new log-in, in another tab perhaps, the page needs the new session's token.
  const renewToken = async () => {
    const answer = await fetch(location.pathname, { redirect: "manual", headers: { Accept: "text/html" } });
    if (!answer.ok) return false;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("meta[name=csrf]");
    if (!fresh) return false;
    document.querySelector("meta[name=csrf]").content = fresh.content;
    document.querySelectorAll(`input[name="${fresh.dataset.name}"]`).forEach(input => { input.value = fresh.content; });
    return true;
  };

  const send = () => fetch(form.dataset.autosave, {
    method: "POST", body: fields(), redirect: "manual", headers: { Accept: "application/json" },
  });

  const keep = async () => {
    const sent = typed;
    try {
      let answer = await send();
      if (!answer.ok && answer.status !== 409 && await renewToken()) answer = await send();
      if (answer.ok) {
        said.textContent = said.dataset.kept.replace("{0}", (await answer.json()).at);
        safe = sent;
        if (safe === typed) localStorage.removeItem(slot);
      } else if (answer.status === 409) {
        said.textContent = (await answer.json()).message;
      } else {
        later(said.dataset.loggedOut);
      }
    } catch {
      later(said.dataset.offline);
    }
  };

  const later = words => {
    said.textContent = words;
    hold();
    clearTimeout(timer);
    timer = setTimeout(keep, AGAIN);
  };

  const touch = () => {
    typed += 1;
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  };

  form.addEventListener("input", touch);
  window.tinymce?.on("AddEditor", ({ editor }) => editor.on("input change undo redo", touch));
  form.addEventListener("submit", () => { leaving = true; clearTimeout(timer); });
  addEventListener("pagehide", () => { if (typed > safe && !leaving) hold(); });

  const kept = localStorage.getItem(slot);
  if (kept) {
    const note = document.querySelector("[data-kept-here]");
    note.hidden = false;
    note.querySelector("[data-take-kept]").addEventListener("click", () => {
      for (const [name, value] of JSON.parse(kept)) {
        const field = form.elements[name];
        if (!field || name === "revision" || typeof value !== "string") continue;
        if (name === "body") window.tinymce?.activeEditor?.setContent(value);
        field.value = value;
      }
      note.hidden = true;
      touch();
    });
  }
}
