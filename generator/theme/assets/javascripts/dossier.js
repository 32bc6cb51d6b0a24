/**
 * Small helps on top of pages that are whole without them.
 *
 * Search results lead to a page or a heading. Here they are aimed at the found words themselves,
 * by a text fragment in the address (https://wicg.github.io/scroll-to-text-fragment/): first the
 * query as a phrase, then the longest run of found words with what stands around it. A browser
 * that finds neither, or does not know such addresses, goes to the heading.
 */
(function () {
  "use strict";

  const search = document.forms.namedItem("search");
  if (!search) return;

  const encoded = (text) => encodeURIComponent(text).replaceAll("-", "%2D");
  const words = (text) => text.split(/\s+/).filter(Boolean);

  /** What the reader asks for word by word: the parts in quotation marks, or all of the query. */
  function phrases(query) {
    const quoted = [...query.matchAll(/["“”„«]([^"“”„«»]+)["“”»]/g)].map((match) => match[1].trim());
    return quoted.length ? quoted : [query.trim()].filter((text) => words(text).length > 1);
  }

  /** Runs of found words in one block of a result, each with three words before and after it. */
  function* runs(block) {
    const isMark = (node) => node?.nodeName === "MARK";
    const isText = (node) => node.nodeType === Node.TEXT_NODE;
    const nodes = [...block.childNodes].filter((node) => isMark(node) || isText(node));
    const isGap = (node) => node && !isMark(node) && /^[\s\p{P}]*$/u.test(node.data);
    const textOf = (from, to) => nodes.slice(from, to).map((node) => node.textContent).join("");
    for (let start = 0; start < nodes.length; start++) {
      if (!isMark(nodes[start])) continue;
      let end = start + 1;
      while (isGap(nodes[end]) && isMark(nodes[end + 1])) end += 2;
      yield {
        before: words(textOf(0, start)).slice(-3).join(" "),
        text: textOf(start, end),
        after: words(textOf(end)).slice(0, 3).join(" "),
      };
      start = end;
    }
  }

  /** Runs of found words in a result's teaser; none where only its title was found. */
  function foundRuns(result) {
    const marks = [...result.querySelectorAll("mark:not(h1 *, h2 *)")];
    const blocks = [...new Set(marks.map((mark) => mark.parentNode))];
    return blocks.flatMap((block) => [...runs(block)]);
  }

  function withContext({ before, text, after }) {
    return (before && encoded(before) + "-,") + encoded(text) + (after && ",-" + encoded(after));
  }

  /**
   * The text directives for a query: one word leads to where it was found first; several lead to
   * the phrase, or else to the longest run of them. One of several words would be chance.
   */
  function directives(query, found) {
    const wanted = phrases(query);
    if (!wanted.length) return found.slice(0, 1).map(withContext);
    const longest = found.sort((one, other) => other.text.length - one.text.length)[0];
    const run = words(longest.text).length > 1 ? [withContext(longest)] : [];
    return [...wanted.map(encoded), ...run];
  }

  function aimAtWords(event) {
    const result = event.target.closest?.("a.md-search-result__link");
    if (!result || !("fragmentDirective" in document)) return;
    // A result's title has no teaser of its own: the passages found in its page are below it.
    const own = foundRuns(result);
    const found = own.length ? own : foundRuns(result.closest("li") ?? result);
    if (!found.length) return;
    const [page, heading = ""] = result.href.split(":~:")[0].split("#");
    const texts = directives(search.query.value, found).map((directive) => "text=" + directive);
    result.href = `${page}#${heading}:~:${texts.join("&")}`;
  }

  document.addEventListener("click", aimAtWords, { capture: true });

  // Material listens to keys only: words pasted, dictated or composed count as well.
  search.query.addEventListener("input", () => search.query.dispatchEvent(new KeyboardEvent("keyup")));
})();
