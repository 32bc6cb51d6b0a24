/**
 * What is shown of what was found: plain text in pieces, and links to the very passage.
 */
(function (search) {
  "use strict";

  const { compoundsOf, joined, wordsIn, wordsOf } = search.words;
  const { home, ready } = search.parts;

  const LENGTH = 230; // characters of a passage
  const LEAD_IN = 70; // of these, before the first word that was found
  const MOST_DIRECTIVES = 3;
  const CONTEXT = 3; // words on each side that tell a text directive where it is meant

  /** Results from one number up to another, each with at most so many passages. */
  async function show(answer, from, to, passages) {
    const index = await ready();
    return Promise.all(answer.entries.slice(from, to).map((entry) => shown(entry, answer, passages, index)));
  }

  async function shown(entry, answer, most, index) {
    const { units, number, clauses } = entry;
    const first = index.firstUnitOf[number]; // an entry's name; it stands above its passages
    const name = await index.unit(first);
    const said = units.filter(({ unit }) => unit !== first || name.voice !== "name");
    const rows = await Promise.all(said.slice(0, most).map(({ unit }) => index.unit(unit)));
    const { title, href, ...head } = name.head;
    const kind = index.kindOf[number];
    const passages = rows.map((row) => passage(row, answer.marks, kind === "topic"));
    return {
      ...head,
      kind,
      href: new URL(href, home).href,
      title: pieces(title, marksIn(title, answer.marks)),
      passages: rows.length ? passages : await beginning(number, index),
      more: said.length - rows.length,
      missing: answer.clauses.filter((_, at) => !clauses.has(at)).map((clause) => clause.said),
    };
  }

  /** What an entry begins with, where only its name was found. */
  async function beginning(number, index) {
    const next = index.firstUnitOf[number] + 1;
    return next < index.firstUnitOf[number + 1] ? [passage(await index.unit(next), null)] : [];
  }

  /** A unit as a passage: of a definition the beginning, else where most was found. */
  function passage({ head, anchor, text, voice, language }, wanted, isDefinition = false) {
    const marks = wanted ? marksIn(text, wanted) : [];
    const href = new URL(head.href, home);
    href.hash = wanted ? anchor + directives(text, marks) : "";
    const [start, end] = cutOut(text, isDefinition ? [] : marks);
    const shown = pieces(text, marks, start, end);
    if (start > 0) shown.unshift({ text: "… " });
    if (end < text.length) shown.push({ text: " …" });
    return { href: href.href, voice, language, pieces: shown };
  }

  // --- what is marked ----------------------------------------------------------------------------

  /** Where the words that were asked for stand in a text: [start, end], in order, apart. */
  function marksIn(text, { words, prefixes, phrases }) {
    const compounds = compoundsOf(text);
    const isWanted = (word) => words.has(word) || [...prefixes].some((prefix) => word.startsWith(prefix));
    const single = compounds.flat().flatMap(wordsOf).filter((word) => isWanted(word.text));
    const spans = [
      ...single.map(({ start, end }) => [start, end]),
      ...[...compounds, ...designations(compounds)].flatMap((parts) => inOnePiece(parts, isWanted)),
      ...phrases.flatMap((phrase) => standing(phrase, wordsIn(compounds))),
    ];
    return apart(spans, text);
  }

  /** Runs of a compound's parts that are wanted in one piece. */
  function inOnePiece(parts, isWanted) {
    const spans = [];
    for (let start = 0; start < parts.length - 1; start++) {
      for (let end = start + 2; end <= parts.length; end++) {
        if (isWanted(joined(parts.slice(start, end)))) spans.push([parts[start].places[0], parts[end - 1].end]);
      }
    }
    return spans;
  }

  /** Letters and the number after them as one compound: S 300. */
  const designations = (compounds) =>
    compounds.slice(1).flatMap((parts, at) => {
      const [letters] = compounds[at];
      const fits = parts[0].kind === "d" && compounds[at].length === 1 && letters.kind === "l";
      return fits ? [[letters, ...parts]] : [];
    });

  function standing(phrase, words) {
    return words.flatMap((word, at) => {
      const isHere = phrase.every((one, further) => words[at + further]?.text === one);
      return isHere ? [[word.start, words[at + phrase.length - 1].end]] : [];
    });
  }

  /** Spans in order; those that overlap, or have at most a space between them, as one. */
  function apart(spans, text) {
    const merged = [];
    for (const [start, end] of spans.sort((one, other) => one[0] - other[0])) {
      const last = merged.at(-1);
      const touches = last && (start <= last[1] || /^[\s\p{Pd}'’\u200c]{1,2}$/u.test(text.slice(last[1], start)));
      if (touches) last[1] = Math.max(last[1], end);
      else merged.push([start, end]);
    }
    return merged;
  }

  // --- cutting -----------------------------------------------------------------------------------

  /** The part of a text that has most marks in it, from word to word. */
  function cutOut(text, marks) {
    if (text.length <= LENGTH * 1.3) return [0, text.length];
    const within = ([from]) => marks.filter(([start, end]) => start >= from && end <= from + LENGTH - LEAD_IN).length;
    const [first, firstEnd] = marks.reduce((most, mark) => (within(mark) > within(most) ? mark : most), marks[0] ?? [0, 0]);
    const early = Math.max(0, first - LEAD_IN);
    const start = early ? Math.min(text.indexOf(" ", early) + 1 || early, first) : 0;
    const late = Math.max(start + LENGTH, firstEnd);
    return [start, late < text.length ? Math.max(text.lastIndexOf(" ", late), firstEnd) : text.length];
  }

  /** A part of a text in pieces {text, mark}. */
  function pieces(text, marks, from = 0, to = text.length) {
    const cut = [];
    let at = from;
    for (const [start, end] of marks) {
      if (end <= from || start >= to) continue;
      if (start > at) cut.push({ text: text.slice(at, start) });
      cut.push({ text: text.slice(Math.max(start, at), Math.min(end, to)), mark: true });
      at = Math.min(end, to);
    }
    if (at < to) cut.push({ text: text.slice(at, to) });
    return cut;
  }

  /**
   * What makes a browser highlight the found words where the link leads
   * (https://wicg.github.io/scroll-to-text-fragment/); one that does not know it goes to the id.
   */
  function directives(text, marks) {
    if (!("fragmentDirective" in document) || !marks.length) return "";
    const encoded = (words) => encodeURIComponent(words).replaceAll("-", "%2D");
    const words = (part) => part.split(/\s+/).filter(Boolean);
    const longest = [...marks].sort((one, other) => other[1] - other[0] - (one[1] - one[0]));
    const wanted = longest.slice(0, MOST_DIRECTIVES).map(([start, end]) => {
      const before = encoded(words(text.slice(0, start)).slice(-CONTEXT).join(" "));
      const after = encoded(words(text.slice(end)).slice(0, CONTEXT).join(" "));
      return `text=${before && before + "-,"}${encoded(text.slice(start, end))}${after && ",-" + after}`;
    });
    return ":~:" + wanted.join("&");
  }

  Object.assign(search, { show });
})((window.dossierSearch ??= {}));
