"""Work beside the keys: a daemon thread whose results come back as messages.

Textual's own thread workers are waited for when the app ends; these are not, so that `q` is always at once.
"""

from collections.abc import Callable, Iterable
from threading import Thread

from textual.message import Message
from textual.message_pump import MessagePump


def post_beside(to: MessagePump, work: Callable[[], Iterable[Message]]) -> None:
    """Run `work` in a thread and post what it yields to `to`, until it is done or nobody is there any more."""
    Thread(target=_post_all, args=(to, work), daemon=True).start()


def _post_all(to: MessagePump, work: Callable[[], Iterable[Message]]) -> None:
    for message in work():
        try:
            to.post_message(message)
        except RuntimeError:  # the app has ended, and its event loop with it
            return
