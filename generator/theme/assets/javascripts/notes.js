/**
 * Notes that stand beside their passages, on top of a page that is whole without this.
 *
 * Where the style sheet puts notes into the margin, they are stacked here: each at the height of
 * its passage, or below the note above it. Where it folds them away below their block, their
 * numbers are switches. What is pointed at or has the focus, passage or note, lights the other.
 * Going to and fro between them leaves no trail in the browser's history.
 */
(function () {
  "use strict";

  const PLACES = [".d-passage > .d-note", ".md-content__inner > .d-note"];
  const WITH_PASSAGE = ":has(a.d-note__number)";

  const article = document.querySelector(".md-content__inner");
  const notes = [...document.querySelectorAll(PLACES.map((place) => place + WITH_PASSAGE))];
  if (!notes.length) return;

  /** The id that a link or an address leads to. */
  function named({ hash }) {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch {
      return ""; // no id of ours: anybody can write an address
    }
  }

  const byId = new Map(notes.map((note) => [note.id, note]));
  const refs = new Map([...document.querySelectorAll(".d-ref")].map((ref) => [named(ref), ref]));
  const marks = [...document.querySelectorAll(".d-noted")];
  const idsOf = (mark) => mark.dataset.note.split(" ");

  /** Where the passage of a note begins: its first mark, or else its number. */
  const passages = new Map(refs);
  for (const mark of [...marks].reverse()) idsOf(mark).forEach((id) => passages.set(id, mark));

  /** The note that a reader went to last. */
  let held;

  // --- in the margin ---------------------------------------------------------------------------

  function inMargin() {
    return getComputedStyle(notes[0]).getPropertyValue("--d-place").trim() === "margin";
  }

  /**
   * Where notes begin that want to begin at certain heights and must not overlap: each is pushed
   * down as far as it must. The one that is held comes as near to its place as those above it
   * let it, which then give way upwards.
   */
  function stacked(wanted, heights, held) {
    const tops = [];
    let free = 0;
    let room = 0;
    heights.forEach((height, place) => {
      tops[place] = Math.max(wanted[place], place === held ? room : free);
      free = tops[place] + height;
      room += height;
    });
    for (let place = held - 1; place >= 0; place--) {
      tops[place] = Math.min(tops[place], tops[place + 1] - heights[place]);
    }
    return tops;
  }

  /** Puts each note beside its passage; returns where the last one ends. */
  function place() {
    const origin = article.getBoundingClientRect().top;
    const line = (note) => passages.get(note.id)?.getClientRects()[0]?.top - origin || 0;
    const gap = parseFloat(getComputedStyle(notes[0]).marginBottom);
    const heights = notes.map((note) => note.offsetHeight + gap);
    const tops = stacked(notes.map(line), heights, notes.indexOf(held));
    notes.forEach((note, place) => note.style.setProperty("--d-top", `${tops[place]}px`));
    return tops.at(-1) + heights.at(-1);
  }

  function settle() {
    const beside = inMargin();
    for (const [id, ref] of refs) {
      if (beside || !byId.has(id)) ref.removeAttribute("aria-expanded");
      else ref.setAttribute("aria-expanded", String(!byId.get(id).hidden));
    }
    article.parentElement.style.setProperty("--d-notes-end", beside ? `${place()}px` : "0px");
  }

  /** Once for all that changes a height at the same time: windows, fonts, what folds. */
  function watch() {
    let frame = 0;
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(settle);
    });
    [article, ...notes].forEach((element) => observer.observe(element));
  }

  // --- open and closed -------------------------------------------------------------------------

  function show(note, shown) {
    if (shown) note.removeAttribute("hidden");
    else note.setAttribute("hidden", "until-found");
    if (!inMargin()) refs.get(note.id)?.setAttribute("aria-expanded", String(shown));
  }

  function focus(element) {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  }

  function open(note) {
    held = note;
    show(note, true);
    settle();
  }

  function enter(note) {
    open(note);
    focus(note);
  }

  /** Back to the passage; in place the note closes behind the reader. */
  function leave(note) {
    show(note, false);
    const ref = refs.get(note.id);
    if (ref) focus(ref);
  }

  function press(link) {
    const note = link.matches(".d-ref") ? byId.get(named(link)) : link.closest(".d-note");
    if (!refs.has(note?.id)) return false;
    const isOpen = !inMargin() && !note.hidden;
    if (link.matches(".d-note__number")) focus(refs.get(note.id));
    else if (link.matches(".d-note__close") || isOpen) leave(note);
    else enter(note);
    return true;
  }

  function onClick(event) {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.("a.d-ref, a.d-note__number, a.d-note__close");
    if (link && press(link)) event.preventDefault();
  }

  function onKey(event) {
    if (event.key !== "Escape") return;
    const isNumber = event.target.matches?.('.d-ref[aria-expanded="true"]');
    const note = isNumber ? byId.get(named(event.target)) : event.target.closest?.(".d-note");
    if (byId.has(note?.id)) leave(note);
  }

  /** The note that the address names is open, and its passage is seen too if both have room. */
  function arrive() {
    const target = document.getElementById(named(location));
    const note = byId.get(target?.closest(".d-note")?.id);
    if (!note) return;
    open(note);
    passages.get(note.id)?.scrollIntoView();
    note.scrollIntoView({ block: "nearest" });
  }

  // --- light -----------------------------------------------------------------------------------

  /** The notes that an element belongs to: as a note, as a number, as a passage. */
  function idsAt(element) {
    const place = element?.closest?.(".d-note, .d-ref, .d-noted");
    if (!place) return [];
    if (place.matches(".d-noted")) return idsOf(place);
    return [place.matches(".d-ref") ? named(place) : place.id];
  }

  const lit = { pointer: [], focus: [] };

  function light(by, element) {
    const found = idsAt(element);
    if (found.join() === lit[by].join()) return;
    lit[by] = found;
    const ids = new Set([...lit.pointer, ...lit.focus]);
    notes.forEach((note) => note.classList.toggle("d-note--lit", ids.has(note.id)));
    refs.forEach((ref, id) => ref.classList.toggle("d-ref--lit", ids.has(id)));
    marks.forEach((mark) =>
      mark.classList.toggle("d-noted--lit", idsOf(mark).some((id) => ids.has(id)))
    );
  }

  // --- start -----------------------------------------------------------------------------------

  document.documentElement.classList.add("d-live");
  notes.forEach((note) => {
    show(note, false);
    note.addEventListener("beforematch", () => show(note, true));
  });
  settle();
  arrive();
  watch();

  addEventListener("load", arrive); // the browser has gone to the address once more
  addEventListener("hashchange", arrive);
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  document.addEventListener("pointerover", (event) => light("pointer", event.target));
  document.addEventListener("focusin", (event) => light("focus", event.target));
  document.addEventListener("focusout", (event) => light("focus", event.relatedTarget));
})();
