"""Charts, drawn when the site is built: geometry is worked out here, SVG is made in templates.

Lengths are whole pixels at Material's root size, so that the same input gives the same bytes;
``rem`` turns one into a length that grows with the reader's letters.
"""

from __future__ import annotations

from generator.write.charts.arcs import ArcChart, arc_chart, in_short_arcs
from generator.write.charts.bars import BarChart, Slot, bar_chart
from generator.write.charts.marks import Mark
from generator.write.charts.timeline import TimeChart, time_chart

__all__ = [
    "ArcChart",
    "BarChart",
    "Mark",
    "Slot",
    "TimeChart",
    "arc_chart",
    "bar_chart",
    "in_short_arcs",
    "time_chart",
]
