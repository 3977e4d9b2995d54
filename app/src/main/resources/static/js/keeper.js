// Keeps changes on the server: a change goes with what stood there before, in batches, again and again until the line is back.
export class Keeper {
  #waiting = new Map(); // key -> the text the server is known to hold
  #sending = null;
  #timer = 0;
  #pause = 0;
  #with;

  /**
   * send(changes) posts a batch; known(key) reads the text as it stands on the page; answered(json, changes) shows what came back;
   * told(state, detail) says how it is going: saving, saved, offline, failed, loggedOut.
   */
  constructor(using) {
    this.#with = using;
    addEventListener("online", () => this.flush());
    addEventListener("pagehide", () => this.flush());
    document.addEventListener("visibilitychange", () => this.flush());
  }

  /** A text changed on the page; before is what stood there. */
  change(key, before) {
    if (!this.#waiting.has(key)) this.#waiting.set(key, this.#sending?.get(key) ?? before);
    if (!this.#pause) this.#later(Keeper.REST);
  }

  /** Somebody decided which text stays: what waited for this key is dropped. */
  settle(key) {
    this.#waiting.delete(key);
  }

  idle() {
    return this.#waiting.size === 0 && !this.#sending;
  }

  async flush() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    while (this.#waiting.size > 0 && !this.#sending) {
      if (!(await this.#batch())) return;
    }
  }

  static REST = 700;
  static BATCH = 2000;
  static LONGEST = 30_000;

  #later(after) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), after);
  }

  async #batch() {
    const changes = [...this.#waiting].slice(0, Keeper.BATCH).map(([key, was]) => ({ key, was, is: this.#with.known(key).trim() }));
    changes.forEach(({ key }) => this.#waiting.delete(key));
    const before = new Map(changes.map(({ key, was }) => [key, was]));
    this.#sending = new Map(changes.map(({ key, is }) => [key, is]));
    this.#with.told("saving", this.#waiting.size + changes.length);
    const { state, answer } = await this.#ask(changes);
    this.#sending = null;
    if (state === "saved") {
      this.#pause = 0;
      this.#with.answered(answer, changes);
      if (this.#waiting.size === 0) this.#with.told("saved", answer.at);
      return true;
    }
    // What did not arrive waits again, with what the server still holds.
    before.forEach((was, key) => this.#waiting.set(key, was));
    this.#pause = Math.min(this.#pause ? this.#pause * 2 : 2000, Keeper.LONGEST);
    this.#with.told(state, this.#waiting.size);
    this.#later(this.#pause);
    return false;
  }

  /** Once more with the new token; whatever is refused then is refused. */
  async #again(changes) {
    const answer = await this.#with.send(changes);
    return answer.ok && !answer.redirected ? { state: "saved", answer: await answer.json() } : { state: "loggedOut" };
  }

  async #ask(changes) {
    try {
      const answer = await this.#with.send(changes);
      if (answer.redirected || answer.status === 401 || answer.status === 403) {
        return (await renewed()) ? this.#again(changes) : { state: "loggedOut" };
      }
      if (!answer.ok) return { state: "failed" };
      return { state: "saved", answer: await answer.json() };
    } catch {
      return { state: "offline" };
    }
  }
}

// After logging in again in another tab this page takes over the new token, if it is still the same person.
async function renewed() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) return false;
  const now = new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = now.querySelector("meta[name=csrf]");
  const who = (page) => page.querySelector("[data-viewer]")?.dataset.viewer;
  if (!token || !who(now) || who(now) !== who(document)) return false;
  document.querySelector("meta[name=csrf]").content = token.content;
  for (const field of document.querySelectorAll(`input[name="${token.dataset.name}"]`)) field.value = token.content;
  for (const one of document.querySelectorAll("[data-token]")) one.dataset.token = token.content;
  return true;
}
