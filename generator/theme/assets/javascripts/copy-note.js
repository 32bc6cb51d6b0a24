/**
 * While a dossier is served to its editors: what is selected in a source can be copied as a note,
 * as YAML that is ready to be pasted into the source's notes file.
 *
 * A quote is the text of the blocks alone, one line feed between two of them. It gets as many words
 * of its neighbourhood as it takes to be found once, with typography evened out at least as much as
 * the anchoring does, so that what is unique here is unique there.
 */
(function () {
  "use strict";

  const LAYERS = ["digest", "text"];
  const SHORTCUT = "Alt+C";
  /**
   * How far a context may reach on each side. A notes file is public, and a text may belong to
   * others: of it never more than six words.
   */
  const REACH = { digest: { words: 40, characters: 300 }, text: { words: 6, characters: 64 } };

  const article = document.querySelector(".md-content__inner:has(> .d-part)");
  if (!article) return;

  const source = decodeURIComponent(location.pathname.split("/").pop()).replace(/\.html$/, "");
  const file = `${source}.notes.yml`;

  // --- what is selected ------------------------------------------------------------------------

  /** A text on one line: a line feed is the border of a block, and nothing else. */
  const onOneLine = (text) => text.replace(/\s/g, " ");

  /** The characters of a block that a range covers, as [start, end) in its text; null for none. */
  function covered(block, range) {
    if (!range.intersectsNode(block)) return null;
    const inside = document.createRange();
    inside.selectNodeContents(block);
    const lead = inside.cloneRange();
    if (block.contains(range.startContainer)) inside.setStart(range.startContainer, range.startOffset);
    if (block.contains(range.endContainer)) inside.setEnd(range.endContainer, range.endOffset);
    lead.setEnd(inside.startContainer, inside.startOffset);
    const start = String(lead).length;
    const end = start + String(inside).length;
    return start < end ? [start, end] : null;
  }

  /** What a range covers of a layer: its whole text, and where in it; null for nothing. */
  function selectedIn(layer, range) {
    let text = "";
    let start = -1;
    let end = -1;
    for (const block of article.querySelectorAll(`.d-${layer}[id]`)) {
      const part = covered(block, range);
      if (part && start < 0) start = text.length + part[0];
      if (part) end = text.length + part[1];
      text += onOneLine(block.textContent) + "\n";
    }
    const quote = text.slice(start, end);
    if (start < 0 || !quote.trim()) return null;
    start += quote.length - quote.trimStart().length;
    return { layer, text, start, end: start + quote.trim().length };
  }

  /** The selected passage, if it lies in one layer. */
  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const found = LAYERS.map((layer) => selectedIn(layer, range)).filter(Boolean);
    return found.length === 1 ? found[0] : null;
  }

  // --- what finds it ---------------------------------------------------------------------------

  const UNSEEN = /[\p{Cf}\u034f\u180b-\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

  function evened(text) {
    return text
      .replace(/[‘’‚‛`´ʻʼʽʾʿ′＇‹›]/g, "'")
      .replace(/[“”„‟«»″＂]/g, '"')
      .normalize("NFKC")
      .replace(UNSEEN, "")
      .replace(/[\s\p{Pd}−]+/gu, " ");
  }

  function isOnce(part, whole) {
    const at = whole.indexOf(part);
    return at >= 0 && whole.indexOf(part, at + 1) < 0;
  }

  /** What stands beside a passage, word by word, from nothing to as much as may be quoted. */
  function growing(segments, most, joined) {
    const steps = [""];
    let text = "";
    for (const { segment, isWordLike } of segments) {
      text = joined(text, segment);
      if (isWordLike) steps.push(text);
      if (steps.length > most) return steps;
    }
    return [...steps, text];
  }

  /** A prefix and a suffix, as short as can be; null where the passage is not to be told apart. */
  function context({ layer, text, start, end }) {
    const { words, characters } = REACH[layer];
    const segments = (part) => [...new Intl.Segmenter(undefined, { granularity: "word" }).segment(part)];
    const from = Math.max(0, start - characters);
    const until = Math.min(text.length, end + characters);
    const before = segments(text.slice(from, start)).slice(from > 0 ? 1 : 0).reverse();
    const after = segments(text.slice(end, until)).slice(0, until < text.length ? -1 : undefined);
    const prefixes = growing(before, words, (grown, word) => word + grown);
    const suffixes = growing(after, words, (grown, word) => grown + word);
    const quote = text.slice(start, end);
    const whole = evened(text);
    for (let size = 0; size < Math.max(prefixes.length, suffixes.length); size++) {
      const prefix = (prefixes[size] ?? prefixes.at(-1)).trimStart();
      const suffix = (suffixes[size] ?? suffixes.at(-1)).trimEnd();
      for (const pair of [["", suffix], [prefix, ""], [prefix, suffix]]) {
        if (isOnce(evened(pair[0] + quote + pair[1]), whole)) return pair;
      }
    }
    return null;
  }

  // --- YAML ------------------------------------------------------------------------------------

  /** Between double quotes, as JSON has it; what cannot be seen is written as its number. */
  function quoted(text) {
    return JSON.stringify(text).replace(/(?![ \u200c\u200d])[\p{C}\p{Z}]/gu, (character) => {
      const code = character.codePointAt(0).toString(16);
      return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
    });
  }

  function today() {
    const now = new Date();
    const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    return parts.map((part) => String(part).padStart(2, "0")).join("-");
  }

  function asYaml(passage, [prefix, suffix]) {
    const lines = [
      `layer: ${passage.layer}`,
      `quote: ${quoted(passage.text.slice(passage.start, passage.end))}`,
      prefix && `prefix: ${quoted(prefix)}`,
      suffix && `suffix: ${quoted(suffix)}`,
      "note:",
      `on: ${today()}`,
      "status: draft",
    ];
    return `- ${lines.filter(Boolean).join("\n  ")}\n`;
  }

  // --- the button ------------------------------------------------------------------------------

  function created(name, properties) {
    const element = Object.assign(document.createElement(name), properties);
    document.body.append(element);
    return element;
  }

  const button = created("button", {
    type: "button",
    className: "d-copy",
    textContent: "Copy as note",
    title: `Copy as note (${SHORTCUT})`,
    hidden: true,
  });
  button.setAttribute("aria-keyshortcuts", SHORTCUT);
  const said = created("p", { className: "d-copied" });
  said.setAttribute("role", "status");

  /** Below the end of what is selected. */
  function offer() {
    button.hidden = !selected();
    if (button.hidden) return;
    const boxes = getSelection().getRangeAt(0).getClientRects();
    const box = boxes[boxes.length - 1];
    button.style.setProperty("--d-x", `${box.right + scrollX}px`);
    button.style.setProperty("--d-y", `${box.bottom + scrollY + 6}px`);
  }

  /** The text to be copied by hand, where the clipboard is out of reach. */
  function showIn(dialog, yaml) {
    const form = document.createElement("form");
    const label = document.createElement("label");
    const area = document.createElement("textarea");
    const close = document.createElement("button");
    form.method = "dialog";
    label.textContent = `Copy this into ${file}`;
    Object.assign(area, { value: yaml, readOnly: true, rows: 9, spellcheck: false });
    close.textContent = "Close";
    label.append(area);
    form.append(label, close);
    dialog.append(form);
    dialog.addEventListener("close", () => dialog.remove());
    dialog.showModal();
    area.select();
  }

  async function copy() {
    const passage = selected();
    if (!passage) return;
    const around = context(passage);
    if (!around) {
      said.textContent = "These words stand here more than once, and so do those around them.";
      return;
    }
    const yaml = asYaml(passage, around);
    try {
      await navigator.clipboard.writeText(yaml);
      said.textContent = `Copied. Paste it at the end of ${file}.`;
    } catch {
      showIn(created("dialog", { className: "d-copy-dialog" }), yaml);
    }
    button.hidden = true;
  }

  // --- start -----------------------------------------------------------------------------------

  let isDragging = false;

  function onSelection() {
    said.textContent = "";
    if (!isDragging) offer();
  }

  function onPointer(event) {
    if (event.target === button) event.preventDefault(); // the selection stays
    else isDragging = event.type === "pointerdown";
    if (event.type !== "pointerdown") offer();
  }

  function onKey(event) {
    const isC = event.code === "KeyC" || event.key.toLowerCase() === "c";
    if (!event.altKey || event.ctrlKey || event.metaKey || !isC || !selected()) return;
    event.preventDefault();
    copy();
  }

  button.addEventListener("click", copy);
  document.addEventListener("selectionchange", onSelection);
  for (const type of ["pointerdown", "pointerup", "pointercancel"]) {
    document.addEventListener(type, onPointer);
  }
  document.addEventListener("keydown", onKey);
})();
