/**
 * A button beside each reference that copies it: with its italics for a word processor, as plain
 * text for everything else. Without this script a reference is text to be selected.
 *
 * The clipboard's own interface is closed to pages that come by plain http from another machine;
 * there the older command does the same, and failing that, the reference is selected.
 */
(function () {
  "use strict";

  const SHOWN = 4000; // ms

  async function byClipboard(text, html) {
    const parts = { "text/plain": text, "text/html": html };
    const blobs = Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  }

  function byCommand(text, html) {
    let isDone = false;
    function give(event) {
      event.clipboardData.setData("text/plain", text);
      event.clipboardData.setData("text/html", html);
      event.preventDefault();
      isDone = true;
    }
    document.addEventListener("copy", give);
    document.execCommand("copy");
    document.removeEventListener("copy", give);
    return isDone;
  }

  /** Whether the reference is on the clipboard now; else it is selected. */
  async function copied(reference, text, html) {
    try {
      await byClipboard(text, html);
      return true;
    } catch {
      if (byCommand(text, html)) return true;
      getSelection().selectAllChildren(reference);
      return false;
    }
  }

  function addButton(place) {
    const reference = document.createElement("span");
    const button = document.createElement("button");
    const said = document.createElement("span");
    const text = place.textContent.trim();
    const html = place.innerHTML.trim();
    reference.append(...place.childNodes);
    button.type = "button";
    button.className = "d-cite__copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy the reference in ${place.dataset.cite} style`);
    said.className = "d-cite__said";
    said.setAttribute("role", "status");
    place.append(reference, " ", button, " ", said);
    let timer;
    button.addEventListener("click", async () => {
      const isCopied = await copied(reference, text, html);
      said.textContent = isCopied ? "Copied" : "Selected: press Ctrl+C or ⌘C";
      clearTimeout(timer);
      timer = setTimeout(() => said.replaceChildren(), SHOWN);
    });
  }

  document.querySelectorAll("[data-cite]").forEach(addButton);
})();
