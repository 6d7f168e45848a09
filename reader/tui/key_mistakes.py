"""What is wrong with keys of one's own: ids that no action has, keys that do not exist, keys that two actions want.

Takes the table of the configuration; gives, for each mistake, the action and a line about it. A key that goes from a
default to an action of one's own is no mistake, and a pane's key may be the text's too: there the pane goes first.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from reader.config.kinds import nearest
from reader.tui.bindings import APP_BINDINGS, PANE_BINDINGS, READING_BINDINGS, SHOWN, SUMMARY_BINDINGS, VOICES_BINDINGS
from reader.tui.key_help import all_bindings, other_parts
from reader.tui.key_sets import keymap, single_keys
from reader.tui.widgets.row_list import RowList

MODIFIERS = ("ctrl", "shift", "alt", "meta", "super", "hyper")

Mistake = tuple[str, str]
"""Action id, line."""


def key_mistakes(keys: Mapping[str, str], key_set: str) -> Iterator[Mistake]:
    """Everything that is wrong with the keys of one's own, in the order of the table; clashes come last."""
    known = {binding.id for binding in all_bindings() if binding.id}
    for name, given in keys.items():
        if name not in known:
            near = nearest(name, known)
            yield name, f"{name!r} is no action" + (f"; did you mean {near!r}?" if near else "")
        elif not single_keys(given):
            yield name, f"{name!r} is given no key"
        else:
            yield from ((name, line) for key in single_keys(given) if (line := _unknown_key(name, key)))
    yield from _clashes(keys, keymap(key_set, dict(keys)))


def _unknown_key(name: str, key: str) -> str:
    """The line about a key that no terminal sends; empty for one that exists."""
    *modifiers, last = key.split("+")
    if all(each in MODIFIERS for each in modifiers) and _exists(last):
        return ""
    likely = key.lower().replace("-", "+")
    if likely != key and not _unknown_key(name, likely):  # "Ctrl-F", as keys are written elsewhere
        return f"{name!r}: {key!r} is no key; did you mean {likely!r}?"
    near = [each if each in MODIFIERS else nearest(each, MODIFIERS) for each in modifiers]
    near.append(last if _exists(last) else nearest(last, _NAMES))
    return f"{name!r}: {key!r} is no key" + (f"; did you mean {'+'.join(near)!r}?" if all(near) else "")


_NAMES = frozenset(key.value.split("+")[-1] for key in Keys if key.value[0] != "<") | {
    *SHOWN, *KEY_NAME_REPLACEMENTS.values(),
}  # fmt: skip


def _exists(name: str) -> bool:
    if len(name) == 1 or name in _NAMES:
        return True
    try:
        unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return False
    return True


def _clashes(own: Mapping[str, str], effective: Mapping[str, str]) -> Iterator[Mistake]:
    """Keys given to two actions of one place, and keys of the app's that the text has already, or the other way."""
    rows = _of(RowList)
    places = [READING_BINDINGS, APP_BINDINGS, [*rows, *PANE_BINDINGS, *VOICES_BINDINGS], [*rows, *SUMMARY_BINDINGS]]
    told = dict[tuple[str, str, str], str]()
    for place in (*places, *map(_of, other_parts())):
        for first, second, key in _shared([b for b in place if b.id in own], own):
            told[first, second, key] = f"the key {key!r} is given to two actions, {first!r} and {second!r}"
    for action in APP_BINDINGS:
        for reading in READING_BINDINGS:
            winner, loser = (action, reading) if action.priority else (reading, action)
            for key in _keys(winner, effective) & _keys(loser, effective) if loser.id in own else ():
                first, second = str(winner.id), str(loser.id)
                told[first, second, key] = f"{second!r} cannot have the key {key!r}: {first!r} has it"
    order = {name: at for at, name in enumerate(own)}
    for clash in sorted(told, key=lambda clash: (order[clash[1]], clash)):
        yield clash[1], told[clash]


def _of(part: type[DOMNode]) -> list[Binding]:
    return [binding for binding in part.BINDINGS if isinstance(binding, Binding)]


def _shared(bindings: Iterable[Binding], own: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Two actions and their key, for each pair, in the order of the table."""
    order = list(own)
    holders: dict[str, str] = {}
    for name in sorted({str(binding.id) for binding in bindings}, key=order.index):
        for key in single_keys(own[name]):
            if holders.setdefault(key, name) != name:
                yield holders[key], name, key


def _keys(binding: Binding, effective: Mapping[str, str]) -> set[str]:
    return set(single_keys(effective.get(str(binding.id), binding.key)))
