// What readers do below an article. Everything works without this; here it becomes one step shorter.
const all = (selector, within = document) => within.querySelectorAll(selector);
const words = () => window.getSelection()?.toString().replace(/\s+/g, " ").trim().slice(0, 500) ?? "";

// The proof of work: begins when somebody begins to type, asks for no click, and says what it does.
function prove(box) {
  const form = box.closest("form");
  const say = text => { box.querySelector("[data-proof-words]").textContent = text; };
  const question = box.querySelector("[data-question]");
  const work = form.elements.work;
  let running = null;
  question.hidden = true;
  form.elements.answer.required = false;
  const error = box.querySelector("[data-proof-error]");
  if (error) error.hidden = false;

  const fail = () => {
    running = null;
    question.hidden = false;
    form.elements.answer.required = true;
    say(box.dataset.failed);
  };
  const start = () => running ??= solve().then(solved => {
    work.value = solved;
    say(box.dataset.done);
    return true;
  }).catch(() => { fail(); return false; });

  form.addEventListener("focusin", () => { if (question.hidden) start(); });
  form.addEventListener("submit", event => {
    if (work.value || !question.hidden) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    say(box.dataset.working);
    start().then(done => {
      if (done) form.requestSubmit(event.submitter ?? undefined);
      else form.elements.answer.focus();
    });
  });
}

async function solve() {
  const answer = await fetch("/ban-doc/thach-do", { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error("no challenge");
  const challenge = await answer.json();
  const worker = new Worker("/js/readers-work.js");
  return new Promise((found, failed) => {
    worker.onmessage = event => event.data < 0
      ? failed(new Error("no number"))
      : found(btoa(JSON.stringify({ ...challenge, number: event.data })));
    worker.onerror = failed;
    worker.postMessage(challenge);
  }).finally(() => worker.terminate());
}

for (const box of all("[data-proof]")) prove(box);

// Stars: choosing one is sending it.
for (const form of all("[data-rating]")) {
  form.querySelector("button").hidden = true;
  form.addEventListener("change", async () => {
    const answer = await fetch(form.action, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams(new FormData(form)),
    }).catch(() => null);
    const said = form.querySelector("[data-rating-words]");
    if (answer?.ok) said.textContent = (await answer.json()).words;
    else form.submit();
  });
}

// The form for a comment comes to where the reader is.
for (const link of all("[data-comment]")) {
  link.addEventListener("click", async event => {
    const place = document.querySelector("[data-comment-place]");
    if (!place || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const page = await fetch(link.href).then(answer => (answer.ok ? answer.text() : null)).catch(() => null);
    const form = page && new DOMParser().parseFromString(page, "text/html").querySelector("[data-write]");
    if (!form) { location.href = link.href; return; }
    place.replaceChildren(document.adoptNode(form));
    for (const box of all("[data-proof]", place)) prove(box);
    link.hidden = true;
    form.elements.author.focus();
  });
}

// Selected words go along with an error report.
const aim = link => { link.href = link.href.split("?")[0] + (words() ? "?doan=" + encodeURIComponent(words()) : ""); };
const float = document.querySelector("[data-report-float]");
for (const link of all("[data-report]")) link.addEventListener("pointerdown", () => aim(link));
document.addEventListener("selectionchange", () => {
  if (!float) return;
  const chosen = window.getSelection();
  const within = chosen?.anchorNode?.parentElement?.closest("article");
  float.hidden = !(within && words().length > 2);
  if (!float.hidden) aim(float);
});
