"""Lets parts of NLTK be imported without the whole of it.

`import nltk.tokenize.punkt` first runs `nltk/__init__.py`, which imports all of NLTK, its parsers, corpus readers and
downloader among them: 260 of the 335 ms of CPU that the analysis process needs to start. Here the packages that stand
above the parts we use are put in place without being run. Each runs in place as soon as anything is asked of it that
is no submodule, so that whoever needs the whole of NLTK (an engine of a third party) gets it: 260 ms become 130.

Takes nothing, changes `sys.modules`; does nothing where NLTK is imported already.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType

PACKAGES = ("nltk", "nltk.tokenize", "nltk.tag")
"""Outer before inner."""


def spare_nltk_packages() -> None:
    """Put `PACKAGES` in place, not yet run."""
    for name in PACKAGES:
        if name not in sys.modules:
            _put_in_place(name)


def _put_in_place(name: str) -> None:
    spec = find_spec(name)
    if spec is None or spec.loader is None:
        return  # whoever imports it says that it is missing
    package = module_from_spec(spec)
    package.__getattr__ = _on_demand(package)  # type: ignore[method-assign]
    sys.modules[name] = package
    outer, _, inner = name.rpartition(".")
    if outer:
        setattr(sys.modules[outer], inner, package)


def _on_demand(package: ModuleType) -> Callable[[str], object]:
    """What is called for an attribute that is not there yet: a submodule, or a reason to run the package."""

    def missing(name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(f"module {package.__name__!r} has no attribute {name!r}")
        if find_spec(f"{package.__name__}.{name}") is not None:
            return import_module(f"{package.__name__}.{name}")
        del package.__getattr__
        spec = package.__spec__
        if spec is not None and spec.loader is not None:
            spec.loader.exec_module(package)
        return getattr(package, name)

    return missing
