"""The index of topics, by kind, the far-reaching ones first."""

from __future__ import annotations

from generator.model import Topic
from generator.write import paths
from generator.write.contents import Contents
from generator.write.pages.topic import count
from generator.write.render import Page, fill, shorten

_SCOPE = 200


def topics_page(contents: Contents) -> Page:
    kinds: dict[str, list[Topic]] = {}
    for topic in contents.dossier.topics:
        kinds.setdefault(topic.kind, []).append(topic)
    reach = contents.relations.reach
    groups = [
        {
            "name": _name(kind),
            "anchor": f"kind-{kind}",
            "topics": [
                _entry(contents, t) for t in sorted(topics, key=lambda t: (-reach(t.id), t.label))
            ],
        }
        for kind, topics in sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    lede = f"{count(len(contents.dossier.topics), 'topic', 'topics')} that the sources have in common, by kind."
    body = fill("topics", title="Topics", lede=lede, kinds=groups)
    return Page(paths.TOPICS, "Topics", f"{contents.settings.title}: {lede}", body)


def _name(kind: str) -> str:
    words = kind.replace("-", " ")
    return words[:1].upper() + words[1:]


def _entry(contents: Contents, topic: Topic) -> dict[str, str]:
    return {
        "label": topic.label,
        "href": paths.html_link(paths.TOPICS, paths.topic_page(topic.id)),
        "reach": count(contents.relations.reach(topic.id), "source", "sources"),
        "scope": shorten(topic.scope, _SCOPE),
    }
