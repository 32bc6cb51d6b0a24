"""axe finds nothing: WCAG 2.2 A and AA and best practice, both palettes, desktop and phone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import PageAt
from tests.browser.harness import SIZES, accessibility_findings


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing(
    size: str, scheme: str, axe, pages: list[str], sample_site: Path, page_at: PageAt
) -> None:
    home = sample_site.as_uri() + "/"
    visit = page_at(home, viewport=SIZES[size], color_scheme=scheme)
    for path in pages:
        visit.page.goto(home + path)
        visit.page.locator("html.js").wait_for()
        visit.page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
        assert accessibility_findings(axe, visit) == [], path
