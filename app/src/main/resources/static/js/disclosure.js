// The rich-text editor over the plain fields of pages. Without it the fields take HTML as it is.
const night = document.documentElement.dataset.bsTheme === "dark"
  || (document.documentElement.dataset.bsTheme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);

if (window.tinymce) {
  tinymce.init({
    selector: "textarea[data-rich]",
    base_url: "/webjars/tinymce/6.8.3",
    suffix: ".min",
    ...(document.documentElement.lang === "vi" ? { language: "vi", language_url: "/js/editor-vi.js" } : {}),
    skin: night ? "oxide-dark" : "oxide",
    content_css: [night ? "dark" : "default", "/css/editor-content.css"],
    height: 320,
    menubar: false,
    branding: false,
    promotion: false,
    statusbar: false,
    plugins: "lists link table autolink",
    toolbar: "blocks | bold italic | bullist numlist blockquote | link table | undo redo removeformat",
    toolbar_mode: "wrap",
    block_formats: "Paragraph=p; Heading 2=h2; Heading 3=h3",
    convert_urls: false,
    entity_encoding: "raw",
    // A required field that the editor hides would never be let through.
    setup: editor => editor.on("change input undo redo", () => editor.save()),
  });
}
