/**
 * What a query finds, the best first, and how many there are of each kind, year and topic.
 *
 * A unit's score is the sum of its clauses' (Okapi BM25: rarity times the impact that the index
 * holds). An entry is found if all clauses are somewhere in it.
 */
(function (search) {
  "use strict";

  const { UNSPACED } = search.words;
  const { Unavailable, anew, readPosting, ready, upperBound } = search.parts;
  const { parsed } = search.query;

  const BEGINNING = 0.6; // what a longer word counts against the one that was typed
  const SPELLING = 0.8;
  const OTHER_NAME = 0.7;
  const STEPS = 9; // an impact of one, as generator/write/search/postings.py writes it
  const OTHER_UNITS = 0.25; // what an entry's other units add to its best one
  const MERITS = { source: 1.3, page: 0.8 }; // of entries that say as much: the sources first
  const SURE_PREFIX = 3; // letters from which on all that begins so is looked up
  const FEW_PARTS = 3; // parts of the index that two letters may ask for

  // --- the scores of nodes -----------------------------------------------------------------------

  const rarity = (index, count) => Math.log(1 + (index.units - count + 0.5) / (count + 0.5));
  const noMarks = () => ({ words: new Set(), prefixes: new Set(), phrases: [] });

  /** How much each unit has of a node; 0: nothing. `marks` collects what is to be marked. */
  async function scored(node, index, marks) {
    if (node.all) return every(await eachScored(node.all, index, marks));
    if (node.any) return best(await eachScored(node.any, index, marks));
    if (node.phrase) return phraseScores(node.phrase, index, marks);
    if (node.topic) return topicScores(node.topic, index, marks);
    return wordScores(node, index, marks);
  }

  const eachScored = (nodes, index, marks) =>
    Promise.all(nodes.map((node) => scored(node, index, marks)));

  const best = ([first, ...others]) =>
    first.map((score, unit) => others.reduce((most, list) => Math.max(most, list[unit]), score));

  const every = (lists) =>
    lists[0].map((_, unit) =>
      lists.every((list) => list[unit]) ? lists.reduce((sum, list) => sum + list[unit], 0) : 0,
    );

  function raise(scores, posting, factor) {
    posting.units.forEach((unit, at) => {
      scores[unit] = Math.max(scores[unit], factor * posting.impacts[at]);
    });
  }

  /** A word, its other spellings and, where the reader may go on, what begins with it. */
  async function wordScores(node, index, marks) {
    const word = node.word ?? node.prefix;
    const scores = new Float32Array(index.units);
    const own = await index.posting(word);
    const most = own ? rarity(index, own.units.length) : Infinity;
    const count = (posting, factor) =>
      raise(scores, posting, factor * Math.min(most, rarity(index, posting.units.length)));
    marks.words.add(word);
    if (own) count(own, 1);
    for (const spelling of (await index.partFor(word)).spellings.get(word) ?? []) {
      const posting = await index.posting(spelling);
      marks.words.add(spelling);
      if (posting) count(posting, SPELLING);
    }
    if (node.prefix && isLongEnough(word, index)) {
      marks.prefixes.add(word);
      for (const posting of await beginningWith(word, index)) count(posting, BEGINNING);
    }
    return scores;
  }

  /** Whether to look up all that begins so: one letter is too few, two may ask for too much. */
  function isLongEnough(prefix, index) {
    if (prefix.length >= SURE_PREFIX || UNSPACED.test(prefix)) return true;
    return prefix.length === 2 && index.spread(prefix) <= FEW_PARTS;
  }

  async function beginningWith(prefix, index) {
    const postings = [];
    for (const part of await index.partsFor(prefix)) {
      const first = upperBound(part.words, prefix);
      for (let at = first; part.words[at]?.startsWith(prefix); at++) postings.push(readPosting(part, at));
    }
    return postings;
  }

  async function topicScores(id, index, marks) {
    const scores = new Float32Array(index.units);
    const { names, units } = await index.topic(id);
    for (const name of names) marks.phrases.push(name.split(" "));
    for (const unit of units) scores[unit] = OTHER_NAME * STEPS * rarity(index, units.length);
    return scores;
  }

  /** Just these words in this order. A single one needs no places. */
  async function phraseScores(words, index, marks) {
    const scores = new Float32Array(index.units);
    marks.phrases.push(words);
    const postings = await Promise.all(words.map((word) => index.posting(word)));
    if (!postings.every(Boolean)) return scores;
    const weight = postings.reduce((sum, { units }) => sum + rarity(index, units.length), 0);
    if (words.length === 1) {
      raise(scores, postings[0], weight);
      return scores;
    }
    const places = await Promise.all(words.map((word) => index.placesOf(word)));
    for (const [unit, starts] of places[0]) {
      const standsAt = (start) => places.every((of, at) => of.get(unit)?.includes(start + at));
      if (starts.some(standsAt)) scores[unit] = weight * STEPS;
    }
    return scores;
  }

  // --- entries -----------------------------------------------------------------------------------

  /** Units under their entries, without the entries that have what is not wanted. */
  function gathered(lists, unwanted, index) {
    const entries = new Map();
    for (let unit = 0; unit < index.units; unit++) {
      if (!lists.some((list) => list[unit])) continue;
      const clauses = lists.flatMap((list, at) => (list[unit] ? [at] : []));
      const number = index.entryOf[unit];
      if (!entries.has(number)) entries.set(number, { number, units: [], clauses: new Set(), peaks: [] });
      const entry = entries.get(number);
      const sum = clauses.reduce((total, at) => total + lists[at][unit], 0);
      entry.units.push({ unit, score: sum * (0.5 + (0.5 * clauses.length) / lists.length) });
      for (const at of clauses) {
        entry.clauses.add(at);
        entry.peaks[at] = Math.max(entry.peaks[at] ?? 0, lists[at][unit]);
      }
    }
    for (const list of unwanted) {
      list.forEach((score, unit) => score && entries.delete(index.entryOf[unit]));
    }
    return [...entries.values()];
  }

  /** Orders the units of an entry and gives it a score: its best unit's, and some of the others'. */
  function rated(entry, index) {
    entry.units.sort((one, other) => other.score - one.score || one.unit - other.unit);
    const others = OTHER_UNITS * entry.peaks.reduce((sum, peak) => sum + peak, 0);
    entry.score = (entry.units[0].score + others) * (MERITS[index.kindOf[entry.number]] ?? 1);
    return entry;
  }

  const byMerit = (one, other) =>
    other.clauses.size - one.clauses.size || other.score - one.score || one.number - other.number;

  // --- filters -------------------------------------------------------------------------------------

  /** For each entry the topics that its found units name. */
  function topicsNamedBy(entries, topics, index) {
    const holder = new Int32Array(index.units).fill(-1);
    entries.forEach(({ units }, at) => units.forEach(({ unit }) => (holder[unit] = at)));
    const named = entries.map(() => new Set());
    for (const { id, units } of topics) {
      for (const unit of units) if (holder[unit] >= 0) named[holder[unit]].add(id);
    }
    return named;
  }

  /** The entries that pass, and how many would for each value of a group if that were not chosen. */
  function filtered(entries, filters, topics, index) {
    const facets = { kind: new Map(), topic: new Map(), year: new Map() };
    const groups = Object.keys(facets);
    const named = topicsNamedBy(entries, topics, index);
    const kept = entries.filter((entry, at) => {
      const year = index.yearOf[entry.number];
      const values = {
        kind: [index.kindOf[entry.number]],
        topic: [...named[at]],
        year: year === null ? [] : [String(year)],
      };
      const passes = (group) => !filters[group]?.size || values[group].some((value) => filters[group].has(value));
      for (const group of groups) {
        if (!groups.every((other) => other === group || passes(other))) continue;
        for (const value of values[group]) facets[group].set(value, (facets[group].get(value) ?? 0) + 1);
      }
      return groups.every(passes);
    });
    return { kept: onTopics(kept, filters, topics), facets };
  }

  /** Entries with only those units that name a topic which was chosen. */
  function onTopics(entries, filters, topics) {
    if (!filters.topic?.size) return entries;
    const chosen = topics.filter(({ id }) => filters.topic.has(id));
    const units = new Set(chosen.flatMap((topic) => topic.units));
    return entries.map((entry) => ({ ...entry, units: entry.units.filter(({ unit }) => units.has(unit)) }));
  }

  // --- the answer ----------------------------------------------------------------------------------

  async function found(query, { filters = {}, topicsUpTo = 0 }, index) {
    const { wanted, unwanted } = await parsed(query, index);
    if (!wanted.length) return { entries: [], clauses: [], names: [], isPartial: false };
    const countsTopics = index.spread("#") <= topicsUpTo;
    const marks = noMarks();
    const nodes = wanted.map((clause) => clause.node);
    const lists = await eachScored(nodes, index, marks);
    const refused = await eachScored(unwanted, index, noMarks());
    const all = gathered(lists, refused, index);
    const complete = all.filter((entry) => entry.clauses.size === wanted.length);
    const ids = countsTopics ? await index.topicIds() : [...(filters.topic ?? [])];
    const topics = await Promise.all(ids.map((id) => index.topic(id)));
    const { kept, facets } = filtered(complete.length ? complete : all, filters, topics, index);
    const named = [...new Set(wanted.flatMap((clause) => clause.topics))];
    return {
      entries: kept.map((entry) => rated(entry, index)).sort(byMerit),
      isPartial: !complete.length,
      clauses: wanted,
      marks,
      facets,
      countsTopics,
      labels: new Map(topics.map(({ id, label }) => [id, label])),
      names: await Promise.all(named.map(async (id) => (await index.topic(id)).label)),
    };
  }

  /**
   * Answers a query. `filters` are sets of kinds, years and topics by the name of their group. Topics
   * are counted if that takes no more than `topicsUpTo` parts of the index (`countsTopics`). Of the
   * answer: `entries` with all clauses, or (`isPartial`) with some where none has all; `facets`,
   * counts by group and value; `names`, labels of topics whose other names were looked for.
   */
  async function answer(query, options = {}) {
    try {
      return await found(query, options, await ready());
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      return found(query, options, await anew());
    }
  }

  Object.assign(search, { answer });
})((window.dossierSearch ??= {}));
