"""The key sets to start from: what each changes of the bindings' own keys, by action id.

"vim" is how the bindings stand, with a few control keys; "emacs" and "plain" add what their people have in their hands
and take nothing of the letters away. ^s ^j ^b ^a stay free in all of them, because terminal multiplexers take them.
"""

from textual.binding import Binding

KEY_SETS: dict[str, dict[str, str]] = {
    "vim": {
        "half-page-down": "d,ctrl+d",
        "half-page-up": "u,ctrl+u",
        "page-down": "space,pagedown,ctrl+f",
        "row-page-down": "d,pagedown,space,ctrl+d,ctrl+f",
        "row-page-up": "u,b,pageup,ctrl+u",
        "jump-back": "backspace,alt+left,ctrl+o",
    },
    "emacs": {
        "down": "j,down,ctrl+n",
        "up": "k,up,ctrl+p",
        "page-down": "space,pagedown,ctrl+v",
        "page-up": "b,pageup,alt+v",
        "row-next": "j,down,ctrl+n",
        "row-previous": "k,up,ctrl+p",
        "row-page-down": "d,pagedown,space,ctrl+v",
        "row-page-up": "u,b,pageup,alt+v",
        "next-entity": "n,alt+n",
        "previous-entity": "N,alt+p",
        "copy": "y,alt+w",
        "palette": "colon,alt+x",
        "back": "escape,ctrl+g",
        "search": "slash,alt+s",
        "help": "question_mark,f1,ctrl+h",
    },
    "plain": {
        "next-entity": "n,right",
        "previous-entity": "N,left",
        "next-quote": "right_parenthesis,ctrl+right",
        "previous-quote": "left_parenthesis,ctrl+left",
        "search": "slash,ctrl+f,f3",
        "open-file": "O,ctrl+o",
        "close-article": "X,ctrl+w",
        "export": "e,Y,ctrl+e",
        "voices": "v,1,f2",
        "entities": "t,2,f4",
        "summary": "s,3,f6",
        "retry": "r,f5",
    },
}
"""Key set to action id to keys, over the bindings."""
FREE = ("ctrl+s", "ctrl+j", "ctrl+b", "ctrl+a")
"""Keys that no set may use."""


def keymap(key_set: str, own: dict[str, str]) -> dict[str, str]:
    """Id to keys: a key set with the user's own keys over it."""
    return {**KEY_SETS.get(key_set, {}), **{name: ",".join(single_keys(keys)) for name, keys in own.items()}}


def single_keys(keys: str) -> tuple[str, ...]:
    """Keys separated by commas, each as Textual calls it, whether written as "question_mark" or as "?"."""
    given = ",".join(filter(None, map(str.strip, keys.split(","))))
    return tuple(each.key for each in Binding.make_bindings([Binding(given, "own", "")])) if given else ()
