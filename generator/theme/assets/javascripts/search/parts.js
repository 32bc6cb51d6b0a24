/**
 * The index that generator/write/search/ wrote, read part by part as queries need it.
 *
 * Every part is a plain script that calls `dossierSearch.put`: a page from a disk may load nothing
 * else. Which part holds what stands in the first one, `index.js`.
 */
(function (search) {
  "use strict";

  const VERSION = 1;
  const STAMP = 8; // letters of a stamp, which tells two states of a part apart
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const VALUES = new Uint8Array(128);
  [...DIGITS].forEach((char, value) => (VALUES[char.charCodeAt(0)] = value));

  const home = new URL("../../../", document.currentScript.src);

  // --- scripts -----------------------------------------------------------------------------------

  /** A part is not there, or belongs to another state of the index: the site was published anew. */
  class Unavailable extends Error {}

  const waiting = new Map();

  function put(name, stamp, data) {
    waiting.get(name)?.({ stamp, data });
  }

  /** Runs a script of the index and gives what it put. */
  function loaded(name, version) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const url = new URL(`assets/search/${name}.js`, home);
      if (version) url.search = version;
      const finished = () => {
        script.remove();
        reject(new Unavailable(`Cannot load ${url}`)); // unless it has put something
      };
      script.src = url.href;
      script.onload = script.onerror = finished;
      waiting.set(name, resolve);
      document.head.append(script);
    });
  }

  // --- what is in them -----------------------------------------------------------------------------

  /** Reads numbers as generator/write/search/numbers.py writes them. */
  class Reader {
    constructor(text) {
      this.text = text;
      this.at = 0;
    }

    get more() {
      return this.at < this.text.length;
    }

    digit() {
      return VALUES[this.text.charCodeAt(this.at++)];
    }

    number() {
      let value = 0;
      for (let weight = 1; ; weight *= 32) {
        const part = this.digit();
        value += (part & 31) * weight;
        if (part < 32) return value;
      }
    }
  }

  /** The units that a word stands in, and how much it counts in each. */
  function readPosting(part, at) {
    if (!part.read.has(at)) {
      const reader = new Reader(part.units[at]);
      const posting = { units: [], impacts: [] };
      for (let unit = -1; reader.more; ) {
        unit += reader.number() + 1;
        posting.units.push(unit);
        posting.impacts.push(reader.digit());
      }
      part.read.set(at, posting);
    }
    return part.read.get(at);
  }

  /** How many items, which are in order, are not greater than this one. */
  function upperBound(items, item) {
    let [low, high] = [0, items.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (items[middle] <= item) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  const indexIn = (words, word) => {
    const at = upperBound(words, word) - 1;
    return words[at] === word ? at : -1;
  };

  /** All of the index, of which there is only what was asked for so far. */
  class Index {
    constructor(contents) {
      Object.assign(this, contents);
      this.parts = new Map();
      this._readEntries();
    }

    _readEntries() {
      const reader = new Reader(this.entries);
      [this.kindOf, this.yearOf, this.firstUnitOf] = [[], [], []];
      let units = 0;
      while (reader.more) {
        this.kindOf.push(this.kinds[reader.number()]);
        const year = reader.number();
        this.yearOf.push(year ? year + this.year - 1 : null);
        this.firstUnitOf.push(units);
        units += reader.number();
      }
      this.units = units;
      this.firstUnitOf.push(units);
      this.entryOf = new Uint32Array(units);
      this.kindOf.forEach((_, entry) => {
        this.entryOf.fill(entry, this.firstUnitOf[entry], this.firstUnitOf[entry + 1]);
      });
    }

    _part(kind, number) {
      const name = `${kind}-${number}`;
      if (!this.parts.has(name)) this.parts.set(name, this._loaded(name, kind, number));
      return this.parts.get(name);
    }

    async _loaded(name, kind, number) {
      const stamp = this.stamps[kind].slice(number * STAMP, (number + 1) * STAMP);
      const part = await loaded(name, stamp);
      if (part.stamp !== stamp) throw new Unavailable(`${name} is of another state`);
      return part.data;
    }

    // Words

    /** The number of the part that holds a word, if any does. */
    numberFor(word) {
      return Math.max(upperBound(this.words, word) - 1, 0);
    }

    /** How many parts may hold words that begin so. */
    spread(prefix) {
      return this.numberFor(prefix + "\uffff") - this.numberFor(prefix) + 1;
    }

    async _wordPart(number) {
      const part = await this._part("words", number);
      if (!part.read) {
        part.words = part.words.split(" ");
        part.units = part.units.split(" ");
        part.names = new Map(Object.entries(part.names));
        part.spellings = new Map(Object.entries(part.spellings));
        part.topics = new Map(Object.entries(part.topics));
        part.read = new Map();
      }
      return part;
    }

    /** The part that a word is in, or would be. */
    partFor(word) {
      return this._wordPart(this.numberFor(word));
    }

    /** The parts that hold words which begin so. */
    partsFor(prefix) {
      const first = this.numberFor(prefix);
      return Promise.all(Array.from({ length: this.spread(prefix) }, (_, at) => this._wordPart(first + at)));
    }

    async posting(word) {
      const part = await this.partFor(word);
      const at = indexIn(part.words, word);
      return at < 0 ? null : readPosting(part, at);
    }

    /** Where a word that there is stands in each of its units. */
    async placesOf(word) {
      const [part, beside] = await Promise.all([this.partFor(word), this._part("places", this.numberFor(word))]);
      beside.split ??= beside.places.split(" ");
      const at = indexIn(part.words, word);
      const reader = new Reader(beside.split[at]);
      const places = new Map();
      for (const unit of readPosting(part, at).units) {
        let place = 0;
        places.set(unit, Array.from({ length: reader.number() }, () => (place += reader.number())));
      }
      return places;
    }

    /** A topic's label, names and units. */
    async topic(id) {
      const part = await this.partFor("#" + id);
      const [label, ...names] = part.topics.get(id) ?? [id];
      return { id, label, names, units: (await this.posting("#" + id))?.units ?? [] };
    }

    async topicIds() {
      return (await this.partsFor("#")).flatMap((part) => [...part.topics.keys()]);
    }

    // Texts

    /** A unit with the head of its entry. */
    async unit(number) {
      const at = upperBound(this.texts, number) - 1;
      const part = await this._part("texts", at);
      part.rows ??= part.entries.flatMap(([title, href, origin, date, language, units]) =>
        units.map(([voice, anchor, text, tongue = ""]) => ({
          head: { title, href, origin, date, language },
          voice: this.voices[voice],
          anchor,
          text,
          language: tongue,
        })),
      );
      return part.rows[number - this.texts[at]];
    }
  }

  let index = null;

  /** The index, whose table of contents is loaded once. */
  function ready(version = "") {
    if (!index) {
      const loading = loaded("index", version).then(({ data }) => {
        if (data.version !== VERSION) throw new Unavailable("The index has another form.");
        return new Index(data);
      });
      loading.catch(() => (index = null));
      index = loading;
    }
    return index;
  }

  /** The index once more, past any cache. */
  function anew() {
    index = null;
    return ready(String(Date.now()));
  }

  Object.assign(search, { put, ready });
  search.parts = { Unavailable, anew, home, readPosting, ready, upperBound };
})((window.dossierSearch ??= {}));
