"""Lets parts of NLTK be imported without the whole of it.

`import nltk.tokenize.punkt` first runs `nltk/__init__.py`, which imports all of NLTK, its parsers, corpus readers and
downloader among them; and the parts we use import NLTK's files, downloads and measures, which we never call. Here those
packages and modules are put in place without being run. Each runs in place as soon as it is needed, so that whoever
needs the whole of NLTK (an engine of a third party) gets it. Of CPU, 335 ms become some 40.

Takes nothing, changes `sys.modules`; does nothing where NLTK is imported already.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any

PACKAGES = ("nltk", "nltk.tokenize", "nltk.tag")
"""Outer before inner. Run when something is asked of them that is no submodule."""
TOOLS = (
    "nltk.data", "nltk.pathsec", "nltk.metrics", "nltk.picklesec", "nltk.tokenize.util", "nltk.probability",
    "nltk.tabdata",
)  # fmt: skip
"""Modules whose functions and classes are named where we import, but not used. Run when one of these is used."""


def spare_nltk_packages() -> None:
    """Put `PACKAGES` and `TOOLS` in place, not yet run."""
    for name in (*PACKAGES, *TOOLS):
        outer = name.rpartition(".")[0]
        if name not in sys.modules and (not outer or _is_waiting(sys.modules.get(outer))):  # else NLTK itself is there
            _put_in_place(name, _promised if name in TOOLS else _on_demand)


def promise(name: str) -> None:
    """Put a module in place that others import names from without using them; it runs when one of these is used."""
    if name not in sys.modules:
        _put_in_place(name, _promised)


def _put_in_place(name: str, answer: Callable[[ModuleType], Callable[[str], object]]) -> None:
    outer, _, inner = name.rpartition(".")
    spec = find_spec(name)
    if spec is None or spec.loader is None:
        return  # whoever imports it says that it is missing
    module = module_from_spec(spec)
    module.__getattr__ = answer(module)  # type: ignore[method-assign]
    sys.modules[name] = module
    if outer:
        setattr(sys.modules[outer], inner, module)


def _is_waiting(module: ModuleType | None) -> bool:
    return module is not None and "__getattr__" in module.__dict__


def _run(module: ModuleType) -> ModuleType:
    """Run a module in place, unless that is done."""
    if _is_waiting(module):
        del module.__getattr__
        spec = module.__spec__
        if spec is not None and spec.loader is not None:
            spec.loader.exec_module(module)
    return module


def _on_demand(package: ModuleType) -> Callable[[str], object]:
    """What is called for an attribute that is not there yet: a submodule, or a reason to run the package."""

    def missing(name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(f"module {package.__name__!r} has no attribute {name!r}")
        if find_spec(f"{package.__name__}.{name}") is not None:
            return import_module(f"{package.__name__}.{name}")
        for tool in TOOLS:
            _run(sys.modules[tool])
        return getattr(_run(package), name)

    return missing


def _promised(module: ModuleType) -> Callable[[str], object]:
    """What is called for an attribute of a tool: something that stands for it, and runs the tool when it is used."""

    def missing(name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(f"module {module.__name__!r} has no attribute {name!r}")
        return Promise(module, name)

    return missing


class Promise:
    """Stands for a function or a class of a module that has not run: called, asked, subclassed, it runs the module."""

    def __init__(self, module: ModuleType, name: str) -> None:
        self._module, self._name = module, name

    def _kept(self) -> Any:
        return getattr(_run(self._module), self._name)

    def __call__(self, *args: object, **kwargs: object) -> object:
        """The function's answer, or an object of the class."""
        return self._kept()(*args, **kwargs)

    def __getattr__(self, name: str) -> object:
        """An attribute of the real one."""
        return getattr(self._kept(), name)

    def __instancecheck__(self, value: object) -> bool:
        """Whether `value` is one of the real class."""
        return isinstance(value, self._kept())

    def __mro_entries__(self, bases: tuple[object, ...]) -> tuple[object, ...]:
        """The real class, as a base of another."""
        return (self._kept(),)
