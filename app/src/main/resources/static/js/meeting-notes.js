// Notes that survive a cut line: what is typed lies in this browser until the server has it, and the server joins writers.
import { Keeper } from "/js/keeper.js";

const said = document.querySelector("[data-saving]");
const find = (place) => document.querySelector(`textarea[data-place="${CSS.escape(place)}"]`);
const clean = (text) => text.replace(/\r\n/g, "\n").trim();

if (said) {
  const known = new Map();   // place -> the text of the server that the page is made of
  const sent = new Map();    // place -> attempts whose answer is not known: [{key, was, is}]
  const slot = (place) => `gb-notes:${said.dataset.account}:${place}`;
  let pieces = 0;            // changes that wait, counted by pauses in typing
  let lastKey = 0;

  const uuid = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };

  const hold = (place) => {
    const field = find(place);
    try {
      localStorage.setItem(slot(place), JSON.stringify({ base: known.get(place), sent: sent.get(place) ?? [], text: field.value }));
    } catch {
      // a full or forbidden store: the page itself still holds the text
    }
  };
  const release = (place) => localStorage.removeItem(slot(place));
  const dirty = (place, is) => find(place)?.toggleAttribute("data-dirty", is);

  const tell = (state, detail) => {
    const words = {
      saving: () => said.dataset.saidSaving,
      saved: () => said.dataset.saidSaved.replace("{0}", detail),
      offline: () => said.dataset.saidWaiting.replace("{0}", Math.max(pieces, 1)),
      failed: () => said.dataset.saidFailed,
      loggedOut: () => said.dataset.saidLoggedOut,
    };
    said.textContent = words[state]();
    said.dataset.state = state;
  };

  const keeper = new Keeper({
    known: (place) => find(place)?.value ?? "",
    told: tell,
    send: (changes) => {
      const csrf = document.querySelector("meta[name=csrf]");
      const batch = changes.flatMap(({ key: place, was, is }) => attempts(place, clean(was), clean(is)));
      const body = new URLSearchParams({ [csrf.dataset.name]: csrf.content, changes: JSON.stringify(batch) });
      return fetch(said.dataset.send, { method: "POST", body, headers: { Accept: "application/json" } });
    },
    answered: (answer, changes) => {
      pieces = 0;
      const texts = new Map(answer.texts.map((one) => [one.place, one]));
      for (const { key: place, is } of changes) settle(place, clean(is), texts.get(place));
      if (answer.texts.some((one) => one.met)) setTimeout(() => { said.textContent = said.dataset.saidMet; }, 0);
    },
  });

  // An attempt whose answer got lost goes first under its old key; the server knows it if it came through.
  const attempts = (place, was, is) => {
    const waiting = sent.get(place) ?? [];
    const last = waiting.at(-1)?.is ?? was;
    if (last !== is || waiting.length === 0) waiting.push({ key: uuid(), was: last, is });
    sent.set(place, waiting);
    hold(place);
    return waiting.map((one) => ({ ...one, kind: find(place)?.dataset.kind ?? "ITEM", place }));
  };

  const settle = (place, is, standing) => {
    sent.delete(place);
    const field = find(place);
    if (!field) return release(place);
    if (clean(field.value) === is) {
      show(field, standing.text);
      known.set(place, standing.text);
      dirty(place, false);
      release(place);
    } else {
      known.set(place, is);
      hold(place);
    }
  };

  // Another text comes in: the caret stays with the words it was at.
  const show = (field, text) => {
    if (clean(field.value) === clean(text)) return;
    const before = field.value;
    const { selectionStart, selectionEnd } = field;
    let head = 0;
    while (head < Math.min(before.length, text.length) && before[head] === text[head]) head++;
    let tail = 0;
    while (tail < Math.min(before.length, text.length) - head && before.at(-1 - tail) === text.at(-1 - tail)) tail++;
    const moved = (at) => at <= head ? at : at >= before.length - tail ? at + text.length - before.length : Math.min(at, text.length);
    field.value = text;
    if (document.activeElement === field) field.setSelectionRange(moved(selectionStart), moved(selectionEnd));
  };

  const begin = (field) => {
    const place = field.dataset.place;
    if (!known.has(place)) known.set(place, field.defaultValue);
  };

  document.addEventListener("focusin", (event) => { if (event.target.matches?.("textarea[data-place]")) begin(event.target); });
  document.addEventListener("input", (event) => {
    if (!event.target.matches?.("textarea[data-place]")) return;
    const place = event.target.dataset.place;
    begin(event.target);
    if (performance.now() - lastKey > 1000) pieces++;
    lastKey = performance.now();
    dirty(place, true);
    hold(place);
    keeper.change(place, known.get(place));
    if (said.dataset.state === "offline") tell("offline");
  });

  // With the script the buttons are not needed, and a form must not carry an old text past the keeper.
  document.addEventListener("submit", (event) => {
    if (!event.target.querySelector("textarea[data-place]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    keeper.flush();
  }, true);
  document.documentElement.setAttribute("data-keeps", "");

  // What was typed before the page was closed goes on its way.
  for (const field of document.querySelectorAll("textarea[data-place]")) {
    begin(field);
    const place = field.dataset.place;
    const kept = JSON.parse(localStorage.getItem(slot(place)) ?? "null");
    if (!kept || (clean(kept.text) === clean(field.value) && kept.sent.length === 0)) { release(place); continue; }
    known.set(place, kept.base);
    sent.set(place, kept.sent);
    field.value = kept.text;
    dirty(place, true);
    pieces++;
    said.textContent = said.dataset.saidRestored;
    keeper.change(place, kept.base);
  }

  addEventListener("gb:notes", async () => {
    let texts;
    try {
      const answer = await fetch(said.dataset.texts, { headers: { Accept: "application/json" } });
      if (!answer.ok || answer.redirected) return;
      texts = await answer.json();
    } catch {
      return;
    }
    for (const field of document.querySelectorAll("textarea[data-place]:not([data-dirty])")) {
      const text = texts[field.dataset.place];
      if (text === undefined || !keeper.idle()) continue;
      show(field, text);
      known.set(field.dataset.place, text);
    }
  });
}
