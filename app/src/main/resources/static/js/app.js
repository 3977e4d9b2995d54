// One small module for every frame. Pages work without it; it only makes them quicker to use.
const root = document.documentElement;
const html = selector => document.querySelector(selector);

const remember = (name, value) => {
  const secure = location.protocol === "https:" ? ";secure" : "";
  document.cookie = `${name}=${value};path=/;max-age=31536000;samesite=lax${secure}`;
};

// Look: theme, letter size, contrast.
document.addEventListener("click", event => {
  const look = event.target.closest("[data-theme],[data-letters],[data-toggle-contrast]");
  if (!look) return;
  event.preventDefault();
  if (look.dataset.theme) setTheme(look.dataset.theme);
  if (look.dataset.letters) setLook("size", look.dataset.letters);
  if ("toggleContrast" in look.dataset) setLook("contrast", root.dataset.contrast === "high" ? "normal" : "high");
});

function setTheme(theme) {
  root.dataset.bsTheme = theme;
  remember("theme", theme);
  for (const one of document.querySelectorAll("[data-theme]")) {
    one.setAttribute("aria-current", String(one.dataset.theme === theme));
  }
}

function setLook(name, value) {
  root.dataset[name] = value;
  remember("gb-" + name, value);
  sayLook();
}

// Which of the looks is on, for those who do not see it.
function sayLook() {
  const press = (button, on) => button.setAttribute("aria-pressed", String(on));
  for (const one of document.querySelectorAll("[data-letters]")) press(one, one.dataset.letters === (root.dataset.size ?? "normal"));
  for (const one of document.querySelectorAll("[data-toggle-contrast]")) press(one, root.dataset.contrast === "high");
}
sayLook();

// Keyboard: "/" searches, "g" and a letter goes, "?" helps, Escape closes.
const letters = { b: "/board", w: "/work", r: "/returns", m: "/meetings", t: "/tasks", i: "/inbox", u: "/units", d: "/documents", p: "/articles" };
const place = letter => letters[letter] && html(`.gb-nav a[href^="${letters[letter]}"]`)?.href;
let going = 0;

document.addEventListener("keydown", event => {
  if (event.key === "Escape") return closeOpen();
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key === "/") return act(event, () => html("[data-search]")?.focus());
  if (event.key === "?") return act(event, () => html("#keys")?.showModal());
  if (event.key === "g") { going = Date.now(); return; }
  if (going && Date.now() - going < 1500 && place(event.key)) act(event, () => { location.href = place(event.key); });
  going = 0;
});

const typing = target => target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
const act = (event, what) => { event.preventDefault(); what(); };

function closeOpen() {
  const drawer = html(".gb-navtoggle:checked");
  if (drawer) { drawer.checked = false; drawer.focus(); }
  for (const menu of document.querySelectorAll("details.gb-menu[open]")) menu.open = false;
}

document.addEventListener("click", event => {
  if (event.target.closest("[data-help]")) html("#keys")?.showModal();
  for (const menu of document.querySelectorAll("details.gb-menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
  if (event.target.closest("[data-print]")) { event.preventDefault(); window.print(); }
});

// An address that points into a folded part opens it.
function unfold() {
  const aim = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!aim) return;
  for (let part = aim.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  aim.scrollIntoView();
}
window.addEventListener("hashchange", unfold);
unfold();

// Filters and segments: choosing is sending, the button stays for those who prefer it.
document.addEventListener("change", event => {
  if (event.target.matches("[data-send]")) event.target.form?.requestSubmit();
});

// A form is sent once; the second click on a slow line does nothing.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.dataset.sent && form.method === "post" && !form.hasAttribute("hx-post")) return event.preventDefault();
  form.dataset.sent = "1";
  event.submitter?.setAttribute("aria-busy", "true");
  setTimeout(() => { delete form.dataset.sent; event.submitter?.removeAttribute("aria-busy"); }, 8000);
});
window.addEventListener("pageshow", () => {
  for (const busy of document.querySelectorAll("[aria-busy=true]")) busy.removeAttribute("aria-busy");
  for (const form of document.forms) delete form.dataset.sent;
});

// htmx: the token goes with every change, and focus lands where the eye is after a swap.
document.addEventListener("htmx:configRequest", event => {
  const csrf = html("meta[name=csrf]");
  if (csrf && event.detail.verb !== "get") event.detail.parameters[csrf.dataset.name] = csrf.content;
});
document.addEventListener("htmx:afterSwap", event => {
  const part = event.detail.target;
  if (!event.detail.requestConfig?.triggeringEvent) return;
  const next = part.querySelector("[data-focus],[autofocus],[aria-invalid=true]");
  if (next) return next.focus();
  if (document.activeElement === document.body) {
    if (!part.hasAttribute("tabindex")) part.setAttribute("tabindex", "-1");
    part.focus({ preventScroll: true });
  }
});
document.addEventListener("htmx:sendError", () => announce("offline"));
document.addEventListener("htmx:afterRequest", event => { if (event.detail.successful) announce(null); });

// The pocket frame says when there is no line.
const announce = state => { const bar = html("[data-offline]"); if (bar) bar.hidden = state !== "offline"; };
window.addEventListener("offline", () => announce("offline"));
window.addEventListener("online", () => announce(null));
if (!navigator.onLine) announce("offline");

// On a narrow screen the open tab must be among those in sight.
for (const tab of document.querySelectorAll(".gb-tabs [aria-current],.gb-bars nav [aria-current],.gb-seg [aria-current]")) {
  const strip = tab.closest("ul,nav");
  strip.scrollLeft += tab.getBoundingClientRect().left - strip.getBoundingClientRect().left - (strip.clientWidth - tab.offsetWidth) / 2;
}

// A refused form: the summary takes the focus so that it is read first.
html(".gb-errors")?.focus();

// A group of boxes: one press ticks them all, the next none.
for (const button of document.querySelectorAll("[data-tick-all]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const boxes = [...button.closest("[data-ticks]").querySelectorAll("input[type=checkbox]")];
    const all = boxes.every(box => box.checked);
    for (const box of boxes) box.checked = !all;
    boxes[0]?.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
