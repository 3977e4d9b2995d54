// A figure's passport opens beside the text; without this the link leads to its page.
const passport = document.querySelector("#passport");
let asked = null;

document.addEventListener("htmx:beforeRequest", event => {
  if (event.detail.target === passport) asked = event.detail.elt;
});
document.addEventListener("htmx:afterSwap", event => {
  if (event.detail.target !== passport || !passport.showPopover) return;
  passport.showPopover();
  passport.querySelector("a,button")?.focus();
});
document.addEventListener("htmx:responseError", event => {
  if (event.detail.target === passport && asked) location.href = asked.href;
});
passport?.addEventListener("toggle", event => {
  if (event.newState === "closed") asked?.focus();
});
