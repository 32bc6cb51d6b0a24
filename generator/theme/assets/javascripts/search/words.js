/**
 * The words of a text, as generator/wording/fold.py and generator/write/search/words.py have them.
 *
 * A test holds the two against each other, character by character.
 */
(function (search) {
  "use strict";

  // --- folding -----------------------------------------------------------------------------------

  const QUOTES = new Map([
    ...[..."‘’‚‛`´ʻʼʽʾʿ′"].map((char) => [char, "'"]),
    ...[..."“”„‟«»″"].map((char) => [char, '"']),
  ]);
  const SAME = {
    ё: "е", أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ی: "ي", ک: "ك", ہ: "ه", ß: "ss", ς: "σ",
  };
  const PLAIN = {
    ø: "o", ł: "l", đ: "d", ð: "d", ħ: "h", ŧ: "t", ı: "i", æ: "ae", œ: "oe", þ: "th", ß: "ss",
  };
  const DASH = /[\p{Pd}\u2212\u200c]/u;
  const OPTIONAL = new RegExp(
    "[\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u0640" +
      "\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\ufe00-\\ufe0f" +
      "\\u{e0100}-\\u{e01ef}]",
    "u",
  );
  /** Letters and numbers in another dress: full-width, ligatures, presentation forms, with dots. */
  const DRESSED = /[\p{L}\p{Nl}\uff00-\uffef\u2474-\u249b\u3220-\u3229\u{1f100}-\u{1f10a}]/u;
  /** Letters set high or low (ª, ʰ, ᵢ): a footnote's sign is no letter of the word before it. */
  const RAISED = /[ªºʰ-ʸˠ-ˤჼᴬ-ᴮᴰ-ᴺᴼ-ᵍᵏ-ᵪᵸᶛ-ᶿⁱⁿₐ-ₜⱼⱽⵯꚜꚝꝰꟲ-ꟴꟸꟹꭜ-ꭟꭩゟヿ𐞀-𐞺𞀰-𞁭]/u;

  const lower = (text) =>
    text.toUpperCase().toLowerCase().replace(/[ꭰ-ꮿᏸ-ᏽ]/g, (char) => char.toUpperCase());
  const replaced = (text, table) => [...text].map((char) => table[char] ?? char).join("");

  function undressed(char) {
    const bare = DRESSED.test(char) && !RAISED.test(char) ? char.normalize("NFKC") : char;
    return /\s/.test(bare) ? char : bare;
  }

  function withoutMarks(text) {
    let kept = "";
    let loses = true; // Latin and Greek letters do; elsewhere a mark makes another letter
    for (const char of text.normalize("NFD")) {
      const isMark = /\p{M}/u.test(char);
      const goes = isMark && OPTIONAL.test(char) && (loses || !/[\u0300-\u036f]/.test(char));
      if (!goes) kept += char;
      if (!isMark) loses = /[\u0000-\u024f\u0370-\u03ff]/.test(char);
    }
    return kept.normalize("NFC");
  }

  function foldedLetter(char) {
    const low = replaced(lower(undressed(char)), SAME);
    const plain = replaced(lower(withoutMarks(low)), PLAIN);
    return plain === char ? plain : [...plain].map(fold).join("");
  }

  /** The value of a digit in any script: each has its ten from a multiple of 16 on, or 6 after it. */
  function digit(char) {
    const code = char.normalize("NFKC").codePointAt(0);
    const begins = /\p{Nd}/u.test(String.fromCodePoint(code & ~15)) ? 0 : 6;
    return String((code - begins) & 15);
  }

  function folding(char) {
    if (char === "\ufeff") return "";
    if (/[\s\x1c-\x1f\x85]/.test(char) || DASH.test(char)) return " ";
    if (OPTIONAL.test(char) || /\p{Cf}/u.test(char)) return "";
    if (/\p{Nd}/u.test(char)) return digit(char);
    return QUOTES.get(char) ?? foldedLetter(char);
  }

  const known = new Map();

  /** What one character (of NFC) becomes: mostly one character, sometimes none or several. */
  function fold(char) {
    if (!known.has(char)) known.set(char, folding(char));
    return known.get(char);
  }

  // --- runs and compounds ------------------------------------------------------------------------

  const LONGEST = 40;
  const JOINERS = "_'.,";
  const UNSPACED = new RegExp(
    "[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u2e80-\\u2fdf\\u3005-\\u3007\\u3041-\\u309f" +
      "\\u30a1-\\u30fa\\u30fc-\\u30ff\\u3105-\\u312f\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff" +
      "\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]",
    "u",
  );

  /** The class of a folded character: letters, digits, a script without spaces, joiner, other. */
  function classOf(char, previous) {
    if (JOINERS.includes(char)) return "j";
    if (char >= "0" && char <= "9") return "d";
    if (/\p{M}/u.test(char)) return previous === "u" ? "u" : "l";
    if (!/[\p{L}\p{Nd}\p{Nl}]/u.test(char)) return "o";
    return UNSPACED.test(char) && /\p{L}/u.test(char) ? "u" : "l";
  }

  /** Characters of one class in a row, folded, with where each stands in the text. */
  function runsOf(text) {
    const runs = [];
    let at = 0;
    for (const char of text) {
      const end = at + char.length;
      for (const one of DASH.test(char) ? "_" : fold(char)) {
        const kind = classOf(one, runs.at(-1)?.kind);
        if (runs.at(-1)?.kind !== kind) runs.push({ kind, chars: [], places: [] });
        const run = runs.at(-1);
        run.chars.push(one);
        run.places.push(at);
        run.end = end;
      }
      at = end;
    }
    for (const run of runs) run.text = run.chars.join("");
    return runs;
  }

  const isWord = (run) => run?.kind === "l" || run?.kind === "d";

  function isPossessive(runs, at) {
    const isS = at >= 2 && runs[at].text === "s" && runs[at - 1].text === "'";
    return isS && isWord(runs[at - 2]) && !isWord(runs[at + 1]);
  }

  function isJoined(runs, at) {
    const [before, joiner, run] = [runs[at - 2], runs[at - 1], runs[at]];
    if (!joiner || run.kind === "u" || joiner.kind === "u") return false;
    if (isWord(joiner)) return true;
    if (!before || joiner.kind !== "j" || joiner.text.length > 1) return false;
    if (joiner.text === ",") return before.kind === "d" && run.kind === "d";
    return isWord(before) && !isPossessive(runs, at - 2);
  }

  /** Words of a text that are written together, without a possessive's s: lists of runs. */
  function compoundsOf(text) {
    const runs = runsOf(text);
    const compounds = [];
    runs.forEach((run, at) => {
      if (run.kind === "j" || run.kind === "o" || isPossessive(runs, at)) return;
      if (isJoined(runs, at)) compounds.at(-1).push(run);
      else compounds.push([run]);
    });
    return compounds;
  }

  // --- words -------------------------------------------------------------------------------------

  const cut = (text) => [...text].slice(0, LONGEST).join("");

  /** Parts of a compound in one piece. */
  const joined = (parts) => cut(parts.map((part) => part.text).join(""));

  /**
   * The words of a run with where they stand: itself, or each two characters of a script without
   * spaces. The last character alone is an echo of the last two.
   */
  function wordsOf({ kind, text, chars, places, end }) {
    if (kind !== "u") return [{ text: cut(text), start: places[0], end }];
    const pairs = chars.slice(1).map((char, at) => {
      return { text: chars[at] + char, start: places[at], end: places[at + 2] ?? end };
    });
    const last = chars.length - 1;
    return [...pairs, { text: chars[last], start: places[last], end, echo: last > 0 }];
  }

  /** The words of compounds, one after the other, without echoes. */
  const wordsIn = (compounds) => compounds.flat().flatMap(wordsOf).filter((word) => !word.echo);

  search.words = { UNSPACED, compoundsOf, cut, fold, joined, wordsIn, wordsOf };
})((window.dossierSearch ??= {}));
