"""The lines of the analysis process → values of the domain, checked.

Takes lines as `reader.nlp.worker` writes them, from the process or from the cache; both may be damaged, so that
everything is checked before it is believed. Must not import anything heavy.
"""

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.session import check
from reader.text import Analysis, Article, Engine, Entity, wire

if TYPE_CHECKING:
    from collections.abc import Callable

FIELDS = ("sentences", "entities", "quotes", "reserve", "summary", "key_facts", "timeline")
"""What is streamed, in the order of the stages."""


class StageResult(NamedTuple):
    """One field of the analysis, complete."""

    field: str
    """One of `FIELDS`, or "done". A field may come twice; the later one counts."""
    value: Any
    """The tuple that `Analysis` has under this name; for "done" the whole `Analysis`."""


class StreamError(Exception):
    """A line that is not what the analysis process writes; or, with `reported`, its own message of a failure."""

    def __init__(self, message: str, *, reported: bool = False) -> None:
        super().__init__(message)
        self.reported = reported


class Stream:
    """Collects the pieces of one answer."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._pieces: list[Any] = []
        self._fields: dict[str, tuple[Any, ...]] = {}
        self._decoders: dict[str, Callable[[Any], tuple[Any, ...]]] = {
            "sentences": lambda v: wire.sentences_from_json(v, article),
            "entities": wire.entities_from_json,
            "quotes": wire.quotes_from_json,
            "reserve": wire.summary_from_json,
            "summary": wire.summary_from_json,
            "key_facts": wire.key_facts_from_json,
            "timeline": wire.timeline_from_json,
        }

    def feed(self, line: bytes) -> StageResult | None:
        """The field that this line completes, if it does.

        Raises:
            StreamError: the line is damaged, or reports a failure.
        """
        try:
            return self._take(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise StreamError(f"unreadable answer ({type(error).__name__}: {error})") from error

    def _take(self, message: dict[str, Any]) -> StageResult | None:
        if "error" in message:
            kind, text = str(message["error"]["type"]), str(message["error"]["message"])
            raise StreamError(f"{kind}: {text}" if text else kind, reported=True)
        name = message["field"]
        if name == "done":
            return StageResult("done", self._finished(message["value"]))
        self._pieces.extend(self._decoders[name](message["value"]))
        if not message["last"]:
            return None
        value, self._pieces = tuple(self._pieces), []
        check.FIELD_CHECKS[name](value, len(self._article.text))
        self._fields[name] = value
        return StageResult(name, value)

    def _finished(self, value: dict[str, Any]) -> Analysis:
        entities: tuple[Entity, ...] = self._fields["entities"]
        check.speakers_exist(self._fields["quotes"], entities)
        engine = value["engine"]
        models = {str(k): str(v) for k, v in engine["models"].items()}
        return Analysis(
            article=self._article,
            sentences=self._fields["sentences"],
            entities=entities,
            quotes=self._fields["quotes"],
            summary=self._fields["summary"],
            key_facts=self._fields["key_facts"],
            engine=Engine(str(engine["name"]), str(engine["version"]), models),
            timings_ms={str(k): float(v) for k, v in value["timings_ms"].items()},
            timeline=self._fields["timeline"],
            reserve=self._fields["reserve"],
        )
