// Arrow keys turn the board's screens; Escape leaves.
const slides = [...document.querySelectorAll(".gb-slide")];
const steps = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };

const nearest = () => slides.reduce((best, slide, index) =>
  Math.abs(slide.getBoundingClientRect().top) < Math.abs(slides[best].getBoundingClientRect().top) ? index : best, 0);

const show = index => slides[Math.min(slides.length - 1, Math.max(0, index))].scrollIntoView();

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input,textarea,select,dialog")) return;
  if (event.key === " " && event.target.closest("a,button,summary")) return;
  if (event.key in steps) { event.preventDefault(); show(nearest() + steps[event.key]); }
  if (event.key === "Home") { event.preventDefault(); show(0); }
  if (event.key === "End") { event.preventDefault(); show(slides.length - 1); }
  if (event.key === "f") document.documentElement.requestFullscreen?.();
  if (event.key === "Escape" && !document.fullscreenElement) document.querySelector("[data-leave]")?.click();
});
