/**
 * The search's own page: all results, filters, and every state of it in the address.
 *
 *     search.html?q=S-300&kind=source&year=2015&topic=sanctions&page=2
 *
 * `kind`, `year` and `topic` may stand there several times. Going back goes back to what was there.
 */
(function () {
  "use strict";

  const { engine, element, marked, about, quoted, soon, summary } = window.dossierSearch.box;

  const PER_PAGE = 20;
  const PASSAGES = 3;
  const WAIT = 150; // milliseconds
  const FEW_PARTS = 3; // of the index, to count topics unasked
  const FEW = 8; // values of a filter that are shown at once
  const GROUPS = { kind: "Kind", topic: "Topic", year: "Year" };
  const KINDS = { source: "Sources", topic: "Topics", note: "Notes", claim: "Claims", page: "Pages" };

  const root = document.querySelector(".d-find");
  const form = root.querySelector("form");
  const input = form.elements.q;
  const status = root.querySelector("[role=status]");
  const said = root.querySelector(".d-find__said");
  const filters = root.querySelector(".d-find__filters");
  const groups = root.querySelector(".d-find__groups");
  const results = root.querySelector(".d-find__results");
  const pager = root.querySelector(".d-find__pages");
  const title = document.title;

  // --- the state, which is the address -----------------------------------------------------------

  let state = read();
  let asked = 0;
  const unfolded = new Set();

  function read() {
    const parameters = new URLSearchParams(location.search);
    const page = Number.parseInt(parameters.get("page"), 10);
    const chosen = Object.keys(GROUPS).map((group) => [group, new Set(parameters.getAll(group))]);
    return { q: parameters.get("q") ?? "", page: page > 0 ? page : 1, filters: Object.fromEntries(chosen) };
  }

  function address({ q, page, filters }) {
    const parameters = new URLSearchParams();
    if (q) parameters.set("q", q);
    for (const [group, values] of Object.entries(filters)) values.forEach((value) => parameters.append(group, value));
    if (page > 1) parameters.set("page", page);
    return `${location.pathname}${parameters.size ? "?" + parameters : ""}`;
  }

  function go(changes, { replace = false } = {}) {
    state = { ...state, page: 1, ...changes };
    const target = address(state);
    if (target === location.pathname + location.search) return answer();
    try {
      history[replace ? "replaceState" : "pushState"](null, "", target);
    } catch {
      location.assign(target); // a browser that does not let a page from a disk change its address
      return undefined;
    }
    return answer();
  }

  // --- the answer ----------------------------------------------------------------------------------

  async function answer() {
    const now = ++asked;
    const { q, page, filters } = state;
    document.title = q ? `${q} – ${title}` : title;
    if (!q.trim()) return clear("");
    try {
      const search = await engine();
      const result = await search.answer(q, { filters, topicsUpTo: unfolded.has("topic") ? Infinity : FEW_PARTS });
      const last = Math.max(1, Math.ceil(result.entries.length / PER_PAGE));
      const start = (Math.min(page, last) - 1) * PER_PAGE;
      const shown = await search.show(result, start, start + PER_PAGE, PASSAGES);
      if (now === asked) display(result, shown, start);
    } catch {
      if (now === asked) clear("The search could not be loaded. Reload the page to try again.");
    }
    return undefined;
  }

  function clear(words) {
    say(words);
    said.replaceChildren();
    results.replaceChildren();
    groups.replaceChildren();
    pager.replaceChildren();
    filters.hidden = true;
  }

  const say = (words) => status.textContent !== words && (status.textContent = words);

  function display(result, shown, start) {
    say(summary(result));
    said.replaceChildren(...expansions(result));
    results.replaceChildren(...shown.map(item));
    results.start = start + 1;
    pager.replaceChildren(...steps(result.entries.length, start / PER_PAGE + 1));
    const drawn = Object.keys(GROUPS).map((group) => drawGroup(group, result));
    groups.replaceChildren(...drawn.filter(Boolean));
    filters.hidden = !groups.children.length;
  }

  function expansions({ names = [] }) {
    if (!names.length) return [];
    const labels = names.flatMap((name, at) => [at ? ", " : "", element("strong", "", element("bdi", "", name))]);
    return ["Other names count too: ", ...labels, ". In quotation marks, only the words themselves do."];
  }

  function item(entry) {
    const link = element("a", "", marked(entry.title, entry.language));
    link.href = entry.href;
    const li = element("li", "d-hit",
      element("h2", "d-hit__title", link),
      element("p", "d-hit__about", ...about(entry)),
      ...entry.passages.map(passage),
    );
    if (entry.more) li.append(element("p", "d-hit__more", entry.more === 1 ? "1 more passage there" : `${entry.more} more passages there`));
    if (entry.missing.length) li.append(element("p", "d-hit__more", `Without: ${entry.missing.join(", ")}`));
    return li;
  }

  function passage(found) {
    const link = element("a", "", marked(found.pieces, found.language));
    link.href = found.href;
    const [voice] = quoted(found);
    return element("p", `d-hit__words d-hit__words--${found.voice}`, voice, link);
  }

  function steps(total, shown) {
    const last = Math.ceil(total / PER_PAGE);
    if (last < 2) return [];
    const step = (page, words) => {
      if (page < 1 || page > last) return null;
      const link = element("a", "", words);
      link.href = address({ ...state, page });
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go({ page });
        results.focus({ preventScroll: true });
        root.scrollIntoView();
      });
      return link;
    };
    const here = element("span", "", `Page ${shown} of ${last}`);
    return [step(shown - 1, "Previous"), here, step(shown + 1, "Next")].filter(Boolean);
  }

  // --- the filters -----------------------------------------------------------------------------

  /** A group of checkboxes: the values that are chosen, then those that would leave most. */
  function drawGroup(group, { facets, labels, countsTopics }) {
    const counts = facets?.[group] ?? new Map();
    const chosen = state.filters[group];
    const isUncounted = group === "topic" && facets && !countsTopics;
    const values = [...new Set([...chosen, ...counts.keys()])].sort(order(group, counts, chosen));
    if (!isUncounted && !chosen.size && values.length < (group === "topic" ? 1 : 2)) return null;
    const shown = unfolded.has(group) ? values.length : Math.max(FEW, chosen.size);
    const boxes = values.slice(0, shown).map((value) => checkbox(group, value, name(group, value, labels), counts.get(value) ?? 0));
    const set = element("fieldset", "", element("legend", "", GROUPS[group]), ...boxes);
    if (isUncounted) set.append(unfold(group, "Count the topics"));
    else if (values.length > shown) set.append(unfold(group, `${values.length - shown} more`));
    return set;
  }

  function order(group, counts, chosen) {
    const byCount = (one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0) || one.localeCompare(other);
    const byYear = (one, other) => other - one;
    const byKind = (one, other) => Object.keys(KINDS).indexOf(one) - Object.keys(KINDS).indexOf(other);
    const rest = { kind: byKind, topic: byCount, year: byYear }[group];
    return (one, other) => chosen.has(other) - chosen.has(one) || rest(one, other);
  }

  function name(group, value, labels) {
    if (group === "kind") return KINDS[value] ?? value;
    return group === "topic" ? (labels?.get(value) ?? value) : value;
  }

  function checkbox(group, value, label, count) {
    const box = element("input", "");
    box.type = "checkbox";
    box.name = group;
    box.value = value;
    box.checked = state.filters[group].has(value);
    box.addEventListener("change", () => choose(group, value, box.checked));
    return element("label", "", box, element("bdi", "", label), element("span", "d-count", String(count)));
  }

  function choose(group, value, isChosen) {
    const values = new Set(state.filters[group]);
    if (isChosen) values.add(value);
    else values.delete(value);
    const back = () => groups.querySelector(`[name="${group}"][value="${CSS.escape(value)}"]`)?.focus();
    return go({ filters: { ...state.filters, [group]: values } }).then(back);
  }

  function unfold(group, words) {
    const button = element("button", "d-find__unfold", words);
    button.type = "button";
    button.addEventListener("click", async () => {
      const there = groups.querySelectorAll(`[name="${group}"]`).length;
      unfolded.add(group);
      await answer();
      groups.querySelectorAll(`[name="${group}"]`)[there]?.focus();
    });
    return button;
  }

  // --- what the reader does --------------------------------------------------------------------

  const typed = soon(() => go({ q: input.value }, { replace: true }), WAIT);

  input.addEventListener("input", typed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go({ q: input.value });
  });
  window.addEventListener("popstate", () => {
    state = read();
    input.value = state.q;
    answer();
  });

  filters.open = matchMedia("(min-width: 60em)").matches;
  input.value = state.q;
  root.querySelector(".d-find__help").open = !state.q;
  if (!state.q) input.focus();
  answer();
})();
