"""Where articles come from: bytes of files and standard input. Gives bytes only; text is `reader.parse`'s."""

from reader.sources.files import MAX_INPUT_BYTES, read_bytes

__all__ = ["MAX_INPUT_BYTES", "read_bytes"]
