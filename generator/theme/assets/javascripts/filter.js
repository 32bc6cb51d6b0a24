/**
 * Filters a page's lists by the menus above them: all notes, the timeline.
 *
 * What is asked for stands in the address (#tag=figures&status=disputed), so that it can be shared
 * and found again by going back. Each menu shows how many entries its values would leave. The page
 * is whole without this: the menus are hidden until here.
 *
 * Reads: .d-filtered (a list; its items say in data- attributes what they have under each menu),
 * .d-shown (how many of a list are seen), data-one and data-many of the form (what items are called).
 */
(function () {
  "use strict";

  const form = document.querySelector("form.d-filter");
  if (!form) return;

  const menus = [...form.querySelectorAll("select")];
  const status = form.querySelector("output");
  const jump = document.querySelector(".d-jump");

  /** The values that an entry has under a menu. */
  function valuesOf(entry, menu) {
    const said = entry.dataset[menu.name];
    return new Set("several" in menu.dataset ? said.split(" ") : [said]);
  }

  const entries = [...document.querySelectorAll(".d-filtered > li")].map((element) => ({
    element,
    values: new Map(menus.map((menu) => [menu.name, valuesOf(element, menu)])),
  }));

  /** A list with what stands above it, up to its heading, and its line in the table of contents. */
  function groupOf(list) {
    const parts = [list.closest(".md-content__inner > *")];
    while (parts[0].tagName !== "H2" && parts[0].previousElementSibling) {
      parts.unshift(parts[0].previousElementSibling);
    }
    const line = document.querySelector(`.md-nav--secondary a[href="#${CSS.escape(parts[0].id)}"]`);
    return {
      parts: line ? [...parts, line.closest("li")] : parts,
      count: parts.map((part) => part.querySelector(".d-shown")).find(Boolean),
      entries: [...list.children],
    };
  }

  const groups = [...document.querySelectorAll(".d-filtered")].map(groupOf);

  /** Marks of a picture, by the entry that they lead to. */
  const marks = new Map(
    [...document.querySelectorAll('svg a[href^="#"]')].map((mark) => [
      mark,
      document.getElementById(mark.getAttribute("href").slice(1))?.closest(".d-filtered > li"),
    ]),
  );

  // --- what is asked for -----------------------------------------------------------------------

  /** Of the address, what names one of the menus. */
  function asked() {
    const given = new URLSearchParams(location.hash.slice(1));
    const names = menus.map((menu) => menu.name).filter((name) => given.get(name));
    return new Map(names.map((name) => [name, given.get(name)]));
  }

  function chosen() {
    return new Map(menus.filter((menu) => menu.value).map((menu) => [menu.name, menu.value]));
  }

  function fits(entry, wanted, except) {
    return [...wanted].every(([name, value]) => name === except || entry.values.get(name).has(value));
  }

  // --- what is shown ---------------------------------------------------------------------------

  /** A value from the address that no entry has is shown too: else nothing would say why none fits. */
  function set(menu, value) {
    menu.querySelector("[data-strange]")?.remove();
    menu.value = value;
    if (menu.value === value) return;
    const option = new Option(value, value, false, true);
    Object.assign(option.dataset, { label: value, strange: "" });
    menu.add(option);
  }

  /** How many entries each value would leave; one that would leave none cannot be chosen. */
  function count(menu, wanted) {
    const left = entries.filter((entry) => fits(entry, wanted, menu.name));
    for (const option of menu.options) {
      if (!option.value) continue;
      const number = left.filter((entry) => entry.values.get(menu.name).has(option.value)).length;
      option.text = `${option.dataset.label} (${number})`;
      option.disabled = !number && !option.selected;
    }
  }

  function showGroup({ parts, count, entries }) {
    const shown = entries.filter((entry) => !entry.hidden).length;
    parts.forEach((part) => (part.hidden = !shown));
    count.textContent = shown === entries.length ? String(shown) : `${shown} of ${entries.length}`;
  }

  function said(shown) {
    const all = `${entries.length} ${entries.length === 1 ? form.dataset.one : form.dataset.many}`;
    if (shown === entries.length) return `${all} shown`;
    return shown ? `${shown} of ${all} shown` : `None of ${all} fits all of this`;
  }

  function show(wanted) {
    menus.forEach((menu) => set(menu, wanted.get(menu.name) ?? ""));
    menus.forEach((menu) => count(menu, wanted));
    entries.forEach((entry) => (entry.element.hidden = !fits(entry, wanted)));
    groups.forEach(showGroup);
    marks.forEach((entry, mark) => mark.classList.toggle("d-out", Boolean(entry?.hidden)));
    status.textContent = said(entries.filter((entry) => !entry.element.hidden).length);
    form.querySelector("[type=reset]").disabled = !wanted.size;
  }

  // --- start -----------------------------------------------------------------------------------

  function ask(wanted) {
    const query = String(new URLSearchParams([...wanted]));
    history.pushState(null, "", query ? `#${query}` : location.pathname + location.search);
    show(wanted);
  }

  /** An address that names an entry names no filter: all are shown, that one among them. */
  function arrive() {
    const wanted = asked();
    show(wanted);
    if (!wanted.size) document.querySelector(":target")?.scrollIntoView();
  }

  form.hidden = false;
  if (jump) jump.hidden = true;
  show(asked());

  form.addEventListener("change", () => ask(chosen()));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    ask(new Map());
    menus[0].focus();
  });
  addEventListener("hashchange", arrive);
  addEventListener("popstate", arrive);
})();
