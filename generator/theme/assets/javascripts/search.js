/**
 * The search field in the header: a combobox (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).
 *
 * It is a form that leads to the search's page; this shows the best results while one types. Nothing
 * of the index is loaded before a reader turns to the field.
 */
(function () {
  "use strict";

  const here = document.currentScript.src;
  const scripts = new Map();

  /** Loads a script beside this one, once. */
  function load(name) {
    if (!scripts.has(name)) {
      const loading = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = new URL(name, here);
        script.async = false; // in the order of being asked for
        script.onload = resolve;
        script.onerror = () => reject(new Error(`Cannot load ${script.src}`));
        document.head.append(script);
      });
      loading.catch(() => scripts.delete(name));
      scripts.set(name, loading);
    }
    return scripts.get(name);
  }

  /** The search itself, loaded when it is first wanted; each script needs those before it. */
  async function engine() {
    await Promise.all(["words", "parts", "query", "find", "show"].map((name) => load(`search/${name}.js`)));
    return window.dossierSearch;
  }

  function element(tag, className, ...children) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  const KINDS = { source: "Source", topic: "Topic", note: "Note", claim: "Claim", page: "Page" };
  const VOICES = { digest: "Digest", text: "Text", editors: "" };

  /** Text with the found words marked. */
  function marked(pieces, language) {
    const bdi = element("bdi", "", ...pieces.map(({ text, mark }) => (mark ? element("mark", "", text) : text)));
    if (language) bdi.lang = language;
    return bdi;
  }

  /** What a result is, where it is from, and of when. */
  function about({ kind, origin, date }) {
    const parts = [KINDS[kind], origin, date].filter(Boolean);
    return parts.flatMap((part, at) => [at ? " · " : "", element("bdi", "", part)]);
  }

  /** Whose words a passage has, said and shown; then the words. */
  function quoted({ voice, language, pieces }) {
    const name = VOICES[voice];
    return [name ? element("span", "d-hit__voice", name + ": ") : null, marked(pieces, language)];
  }

  /** Calls back when a reader has stopped typing for a moment. */
  function soon(callback, wait) {
    let timer = 0;
    return () => {
      clearTimeout(timer);
      timer = setTimeout(callback, wait);
    };
  }

  window.dossierSearch = { box: { engine, element, marked, about, quoted, soon, summary } };

  // --- the field -------------------------------------------------------------------------------

  const SHOWN = 7;
  const WAIT = 90; // milliseconds

  class Box {
    constructor(form) {
      this.form = form;
      this.input = form.elements.q;
      this.opener = form.querySelector(".d-search__open");
      this.panel = form.querySelector(".d-search__panel");
      this.list = form.querySelector("[role=listbox]");
      this.said = form.querySelector("[role=status]");
      this.note = form.querySelector(".d-search__note");
      this.asked = 0;
      this.active = null;
      this.update = soon(() => this.answer(), WAIT);
      this._listen();
    }

    _listen() {
      const { form, input } = this;
      this.opener.addEventListener("click", () => this.expand());
      form.querySelector(".d-search__close").addEventListener("click", () => this.collapse(true));
      input.addEventListener("focus", () => engine().then((search) => search.ready()).catch(() => {}));
      input.addEventListener("input", this.update);
      input.addEventListener("click", () => this.update());
      input.addEventListener("keydown", (event) => this._key(event));
      form.addEventListener("focusout", (event) => {
        if (!form.contains(event.relatedTarget) && document.hasFocus()) this.collapse(false);
      });
      form.addEventListener("submit", (event) => {
        if (!input.value.trim()) event.preventDefault();
      });
      document.addEventListener("pointerdown", (event) => {
        if (!form.contains(event.target)) this.collapse(false);
      });
    }

    focus() {
      this.expand();
      this.input.select();
    }

    /** On a small screen the field and its results take all of it. */
    expand() {
      this.form.classList.add("d-search--open");
      this.opener.setAttribute("aria-expanded", "true");
      this.input.focus();
    }

    collapse(back) {
      const wasOpen = this.form.classList.contains("d-search--open");
      this.close();
      this.form.classList.remove("d-search--open");
      this.opener.setAttribute("aria-expanded", "false");
      if (back && wasOpen && this.opener.checkVisibility()) this.opener.focus();
    }

    close() {
      this.asked++;
      this.panel.hidden = true;
      this.input.setAttribute("aria-expanded", "false");
      this.said.textContent = "";
      this._activate(null);
    }

    async answer() {
      const query = this.input.value.trim();
      const asked = ++this.asked;
      if (!query) return this.close();
      try {
        const search = await engine();
        const answer = await search.answer(this.input.value);
        const shown = await search.show(answer, 0, SHOWN, 1);
        if (asked === this.asked) this._show(query, answer, shown);
      } catch {
        if (asked === this.asked) this._say("The search could not be loaded. Reload the page to try again.");
      }
    }

    _show(query, answer, shown) {
      const options = shown.map((entry, at) => this._option(entry, at));
      if (answer.entries.length > shown.length) options.push(this._all(query, answer.entries.length));
      this._activate(null);
      this.list.replaceChildren(...options);
      this.list.hidden = !options.length;
      this.input.setAttribute("aria-expanded", String(Boolean(options.length)));
      this._say(summary(answer), Boolean(options.length) && !answer.isPartial);
    }

    /** Said to screen readers; shown too, unless the results speak for themselves. */
    _say(words, onlySaid = false) {
      this.panel.hidden = false;
      this.said.textContent = words;
      this.note.textContent = words;
      this.note.hidden = onlySaid;
    }

    _option(entry, at) {
      const [passage] = entry.passages;
      const option = element("a", "d-search__option",
        element("span", "d-hit__title", marked(entry.title, entry.language)),
        element("span", "d-hit__about", ...about(entry)),
        passage ? element("span", `d-hit__words d-hit__words--${passage.voice}`, ...quoted(passage)) : null,
      );
      option.href = passage?.href ?? entry.href;
      return this._asOption(option, at);
    }

    _all(query, total) {
      const option = element("a", "d-search__option d-search__all", `All ${total} results`);
      const url = new URL(this.form.action);
      url.search = new URLSearchParams({ q: query });
      option.href = url.href;
      return this._asOption(option, SHOWN);
    }

    _asOption(option, at) {
      option.id = `d-search-option-${at}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.tabIndex = -1;
      option.addEventListener("click", () => setTimeout(() => this.collapse(false)));
      return option;
    }

    _activate(option) {
      this.active?.setAttribute("aria-selected", "false");
      this.active = option;
      if (option) {
        option.setAttribute("aria-selected", "true");
        option.scrollIntoView({ block: "nearest" });
        this.input.setAttribute("aria-activedescendant", option.id);
      } else {
        this.input.removeAttribute("aria-activedescendant");
      }
    }

    _step(by) {
      const options = [...this.list.children];
      if (this.panel.hidden || !options.length) return this.update();
      const at = options.indexOf(this.active);
      const next = at < 0 && by < 0 ? options.length - 1 : at + by;
      this._activate(options[next] ?? null);
    }

    _key(event) {
      if (event.isComposing) return;
      const actions = {
        ArrowDown: () => this._step(1),
        ArrowUp: () => this._step(-1),
        Enter: () => this.active?.click(),
        Escape: () => (this.panel.hidden ? this._leave() : this._escape()),
      };
      if (!actions[event.key] || (event.key === "Enter" && !this.active)) return;
      event.preventDefault();
      event.stopPropagation();
      actions[event.key]();
    }

    /** The first Esc closes the results, the next one leaves the field. */
    _escape() {
      if (this.opener.checkVisibility() || getComputedStyle(this.form).position === "fixed") this.collapse(true);
      else this.close();
    }

    _leave() {
      this.input.blur();
      this.collapse(true);
    }
  }

  /** How much was found, in a sentence. */
  function summary({ entries, isPartial, clauses }) {
    if (!clauses.length) return "Type a word to search for.";
    if (!entries.length) return "Nothing found.";
    const results = entries.length === 1 ? "1 result" : `${entries.length} results`;
    return isPartial ? `Nothing has all of these words. ${results} with some of them.` : `${results}.`;
  }

  // --- shortcuts, and the search's own page ----------------------------------------------------

  const form = document.querySelector("form.d-search");
  const box = form && new Box(form);
  const isTyping = (target) => target.closest?.("input, textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (!["/", "s", "f"].includes(event.key) || isTyping(event.target)) return;
    const field = document.querySelector(".d-find__input");
    if (!field && !box) return;
    event.preventDefault();
    if (field) field.select();
    else box.focus();
  });

  if (document.querySelector(".d-find")) load("search/page.js");
})();
