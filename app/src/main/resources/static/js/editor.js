// The rich-text editor over the plain text field. Without it the field takes HTML as it is.
const area = document.querySelector("textarea[data-editor]");
const form = document.querySelector("#article");
const part = document.querySelector("#figures");
const dark = matchMedia("(prefers-color-scheme: dark)").matches;
const theme = document.documentElement.dataset.bsTheme;
const night = theme === "dark" || (theme === "auto" && dark);

if (area && window.tinymce) {
  tinymce.init({
    target: area,
    base_url: "/webjars/tinymce/6.8.3",
    suffix: ".min",
    ...(document.documentElement.lang === "vi" ? { language: "vi", language_url: "/js/editor-vi.js" } : {}),
    skin: night ? "oxide-dark" : "oxide",
    content_css: [night ? "dark" : "default", "/css/editor-content.css"],
    height: 520,
    menubar: false,
    branding: false,
    promotion: false,
    statusbar: false,
    plugins: "lists link table autolink",
    toolbar: "blocks | bold italic | bullist numlist blockquote | link table | figure | undo redo removeformat",
    toolbar_mode: "wrap",
    block_formats: "Paragraph=p; Heading 2=h2; Heading 3=h3",
    extended_valid_elements: "span[data-figure|class]",
    valid_classes: { span: "mceNonEditable" },
    convert_urls: false,
    entity_encoding: "raw",
    // The server reads the styles to tell what they mean, so they must reach it.
    paste_remove_styles_if_webkit: false,
    smart_paste: false,
    setup: editor => {
      editor.ui.registry.addButton("figure", {
        icon: "character-count",
        tooltip: part.querySelector("summary").textContent,
        onAction: openFigures,
      });
      editor.on("PastePreProcess", event => cleaned(editor, event));
      editor.on("BeforeSetContent", event => { event.content = locked(event.content); });
    },
  });
}

// Bound figures cannot be typed over: they move and go as one piece.
const locked = html => html.replaceAll("<span data-figure=", '<span class="mceNonEditable" data-figure=');

// What comes from Word or another page is cleaned by the server before it enters the text; what cannot be sent comes as plain words.
async function cleaned(editor, event) {
  if (event.internal || !/<[a-z]/i.test(event.content)) return;
  event.preventDefault();
  const fields = new URLSearchParams({ html: event.content });
  const csrf = document.querySelector("meta[name=csrf]");
  fields.set(csrf.dataset.name, csrf.content);
  try {
    const answer = await fetch("/articles/paste", { method: "POST", body: fields, headers: { Accept: "application/json" } });
    if (!answer.ok) throw answer;
    editor.insertContent((await answer.json()).html);
  } catch {
    const words = new DOMParser().parseFromString(event.content, "text/html").body.innerText;
    editor.insertContent(editor.dom.encode(words).replaceAll("\n", "<br>"));
  }
}

function openFigures() {
  part.open = true;
  part.scrollIntoView({ block: "nearest" });
  part.querySelector("input[type=search], select").focus();
}

form?.addEventListener("click", async event => {
  const button = event.target.closest("[data-insert]");
  const editor = window.tinymce?.activeEditor;
  if (!button || !editor) return;
  event.preventDefault();
  const said = form.querySelector("[data-inserted]");
  const fields = new URLSearchParams({ indicator: form.indicator.value, period: form.typed.value.trim() || form.period.value });
  const csrf = document.querySelector("meta[name=csrf]");
  fields.set(csrf.dataset.name, csrf.content);
  try {
    const answer = await fetch(form.dataset.figures, { method: "POST", body: fields, headers: { Accept: "application/json" } });
    const told = await answer.json();
    said.textContent = answer.ok ? told.text : told.message;
    if (answer.ok) editor.insertContent(`<span data-figure="${told.id}">${told.text}</span> `);
  } catch {
    said.textContent = form.dataset.sorry;
  }
});
