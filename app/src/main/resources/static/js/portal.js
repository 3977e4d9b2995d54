// A figure's passport opens beside the text; without this the link leads to its page.
const passport = document.querySelector("#passport");
let asked = null;

document.addEventListener("click", async event => {
  const figure = event.target.closest?.("a.gb-fig");
  if (!figure || !passport?.showPopover || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  asked = figure;
  try {
    const answer = await fetch(figure.href, { headers: { "HX-Request": "true" } });
    if (!answer.ok) throw new Error(answer.statusText);
    passport.innerHTML = await answer.text();
    passport.showPopover();
    passport.querySelector("a,button")?.focus();
  } catch {
    location.href = figure.href;
  }
});
passport?.addEventListener("toggle", event => {
  if (event.newState === "closed") asked?.focus();
});

// Sharing by what the device offers, otherwise the address is copied.
for (const button of document.querySelectorAll("[data-share]")) {
  if (!navigator.share && !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const address = document.querySelector("link[rel=canonical]")?.href ?? location.href;
    if (navigator.share) return navigator.share({ title: document.title, url: address }).catch(() => {});
    await navigator.clipboard.writeText(address);
    button.querySelector("span").textContent = button.dataset.copied;
  });
}

// Read aloud by the browser's own voices in the language of the text, piece by piece; hidden where there are none.
const PIECES = "p, h2, h3, h4, li, th, td, caption";

for (const button of document.querySelectorAll("[data-aloud]")) {
  const speech = window.speechSynthesis;
  if (!speech) break;
  const article = button.closest("article");
  const language = button.closest("[lang]").lang;
  const label = button.querySelector("span");
  const start = label.textContent;
  const voice = () => speech.getVoices().find(one => one.lang.toLowerCase().startsWith(language));
  const show = () => { button.hidden = speech.getVoices().length === 0; };
  const stop = () => {
    speech.cancel();
    label.textContent = start;
    button.setAttribute("aria-pressed", "false");
  };
  show();
  speech.addEventListener?.("voiceschanged", show);
  window.addEventListener("pagehide", stop);
  button.addEventListener("click", () => {
    if (speech.speaking) return stop();
    const parts = [...article.querySelectorAll(`h1, .gb-lead, .gb-body :is(${PIECES}), figcaption`)]
      .filter(part => !part.parentElement.closest(PIECES));
    const said = parts.map(part => part.innerText.trim()).filter(text => text).map(text => {
      const one = new SpeechSynthesisUtterance(text);
      one.lang = language;
      one.voice = voice() ?? null;
      return one;
    });
    if (said.length === 0) return;
    said.at(-1).onend = stop;
    label.textContent = button.dataset.stop;
    button.setAttribute("aria-pressed", "true");
    for (const one of said) speech.speak(one);
  });
}
