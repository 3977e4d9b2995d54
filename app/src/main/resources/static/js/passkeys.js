// Passkeys: asks the device, puts what it signed into the field of the form, and sends the form. Without them the page stays as it is.
const able = window.PublicKeyCredential?.parseRequestOptionsFromJSON && window.PublicKeyCredential?.parseCreationOptionsFromJSON;

async function options(address) {
  const csrf = document.querySelector("meta[name=csrf]");
  const answer = await fetch(address, { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams([[csrf.dataset.name, csrf.content]]) });
  return answer.ok ? answer.json() : null;
}

async function ask(form) {
  const makes = form.dataset.passkey === "make";
  const wanted = await options(makes ? "/account/factors/passkeys/options" : "/login/passkey/options");
  if (!wanted) { location.href = "/account/confirm?next=" + encodeURIComponent(location.pathname) + "&for=FACTORS"; return; }
  const credential = makes
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(wanted) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(wanted) });
  form.elements[form.dataset.field].value = JSON.stringify(credential.toJSON());
  form.submit();
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!able) continue;
  form.hidden = false;
  form.addEventListener("submit", event => {
    event.preventDefault();
    const told = form.querySelector("[data-told]");
    if (told) told.hidden = true;
    ask(form).catch(() => { if (told) told.hidden = false; });
  });
}
