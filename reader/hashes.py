"""The hash under which things are kept, without OpenSSL.

`hashlib` loads that for 3 ms, and an opening has a few short texts to hash, for which Python's own sha256 is as good.
"""

TYPE_CHECKING = False  # typing's own costs 5 ms before the analysis process starts

if TYPE_CHECKING:
    from hashlib import sha256
else:
    try:
        from _sha2 import sha256  # from Python 3.12 on
    except ImportError:
        try:
            from _sha256 import sha256  # Python 3.11
        except ImportError:
            from hashlib import sha256

__all__ = ["sha256"]
