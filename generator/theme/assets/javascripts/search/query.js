/**
 * What a reader asks for: a query as a list of clauses, each a small tree of nodes.
 *
 *     {word}  {prefix}  {phrase: words}  {topic}  {all: nodes}  {any: nodes}
 *
 * All clauses are to be found. "In quotation marks" stands for just these words, -word for what is
 * not wanted. The last word may be a beginning. A topic's name stands for all of its names.
 */
(function (search) {
  "use strict";

  const { compoundsOf, cut, joined, wordsIn } = search.words;

  const LONGEST = 1000; // characters of a query, and words
  const MOST = 30;
  const LONGEST_NAME = 6; // words that a topic's name may have to be recognised
  const SHORTEST_BEGINNING = 3; // letters of the beginning of a name
  const MOST_BEGUN = 3; // topics that a beginning may stand for
  const DESIGNATION = 4; // letters that may stand before a number, a space between
  const QUOTED = /(^|[\s(])(-?)["“”„«»]([^"“”„«»]+)["“”„«»]/gu;
  const EXCLUDED = /(^|\s)-([^\s-]\S*)/gu;

  /** Clauses {node, said, topics} that are wanted, and nodes that are not. */
  async function parsed(query, index) {
    const text = query.normalize("NFC").slice(0, LONGEST);
    const [wanted, unwanted] = [[], []];
    const open = text.replace(QUOTED, (_, before, minus, words) => {
      const node = quoted(words);
      if (node && minus) unwanted.push(node);
      else if (node) wanted.push({ node, said: `“${words.trim()}”`, topics: [] });
      return before + " \n "; // what stands on its two sides is no name
    });
    const plain = open.replace(EXCLUDED, (_, before, words) => {
      const nodes = compoundsOf(words).map((parts) => compound(parts, false));
      if (nodes.length) unwanted.push(together(nodes));
      return before + "\n";
    });
    const runs = plain.split("\n");
    for (const [at, run] of runs.entries()) {
      wanted.push(...(await clauses(run, at === runs.length - 1, index)));
    }
    return { wanted: wanted.slice(0, MOST), unwanted };
  }

  function quoted(words) {
    const phrase = wordsIn(compoundsOf(words)).map((word) => word.text);
    return phrase.length ? { phrase } : null;
  }

  /** The clauses of words without marks: names of topics, the longest first, and single words. */
  async function clauses(text, isLast, index) {
    const compounds = compoundsOf(text).slice(0, MOST);
    const isBeginning = isLast && /[\p{L}\p{M}\p{N}]$/u.test(text);
    const found = [];
    for (let at = 0; at < compounds.length; ) {
      const typed = (count) => isBeginning && at + count === compounds.length;
      const name = await nameAt(compounds.slice(at, at + LONGEST_NAME), typed, index);
      const count = Math.max(name.count, isDesignationApart(compounds.slice(at)) ? 2 : 1);
      const chosen = compounds.slice(at, at + count);
      const any = [literal(chosen, typed(count)), ...name.topics.map((topic) => ({ topic }))];
      const said = text.slice(chosen[0][0].places[0], chosen.at(-1).at(-1).end);
      found.push({ node: any.length > 1 ? { any } : any[0], said, topics: name.topics });
      at += count;
    }
    return found;
  }

  // --- words as they are typed -----------------------------------------------------------------

  const together = (nodes) => (nodes.length > 1 ? { all: nodes } : nodes[0]);

  function literal(compounds, typed) {
    const last = compounds.length - 1;
    const nodes = compounds.map((parts, at) => compound(parts, typed && at === last));
    if (compounds.length !== 2 || !isDesignationApart(compounds)) return together(nodes);
    const parts = compounds.flat();
    const whole = ending(joined(parts), typed);
    return parts[0].text.length === 1 ? whole : { any: [whole, { all: nodes }] };
  }

  /** A word; `typed` where the reader may not have come to its end. */
  const ending = (word, typed) => (typed ? { prefix: word } : { word });

  /** What is written together: in one piece, or its words if they mean something alone. */
  function compound(parts, typed) {
    if (parts[0].kind === "u") return unspaced(parts[0]);
    const whole = ending(joined(parts), typed);
    if (parts.length === 1 || isDesignation(parts)) return whole;
    return { any: [whole, { all: parts.map((part) => ({ word: cut(part.text) })) }] };
  }

  function unspaced(run) {
    const words = wordsIn([[run]]).map((word) => word.text);
    if (run.chars.length === 1) return { prefix: words[0] };
    return words.length > 1 ? { phrase: words } : { word: words[0] };
  }

  /** S-300, Su-35: letters and numbers that mean nothing apart. */
  function isDesignation(parts) {
    const letters = parts.filter((part) => part.kind === "l");
    return letters.length < parts.length && letters.every((part) => part.text.length <= 3);
  }

  /** S 300: the same with a space in it. */
  function isDesignationApart([letters, number]) {
    const isShort = letters.length === 1 && letters[0].text.length <= DESIGNATION;
    return isShort && letters[0].kind === "l" && number?.[0].kind === "d";
  }

  // --- names of topics -------------------------------------------------------------------------

  /** How many of these compounds, from the first on, are a name, the most that are; and whose. */
  async function nameAt(compounds, typed, index) {
    for (let count = compounds.length; count > 0; count--) {
      const words = wordsIn(compounds.slice(0, count)).map((word) => word.text);
      if (words.length > LONGEST_NAME) continue;
      const topics = await topicsNamed(words, typed(count), index);
      if (topics.length) return { count, topics };
    }
    return { count: 0, topics: [] };
  }

  async function topicsNamed(words, typed, index) {
    const name = words.join(" ");
    const exact = (await index.partFor(words[0])).names.get(name);
    if (exact) return exact;
    if (!typed || words.at(-1).length < SHORTEST_BEGINNING) return [];
    const parts = words.length > 1 ? [await index.partFor(words[0])] : await index.partsFor(name);
    const begun = parts.flatMap((part) => [...part.names].filter(([other]) => completes(name, other)));
    const topics = new Set(begun.flatMap(([, topics]) => topics));
    return topics.size <= MOST_BEGUN ? [...topics] : [];
  }

  /** Whether a name begins so and has no further word. */
  const completes = (begun, name) => name.startsWith(begun) && !name.includes(" ", begun.length);

  search.query = { parsed };
})((window.dossierSearch ??= {}));
