"""Makes what `reader/nlp/data/` holds: `python -m reader.training NAME --data DIR`. Not needed at run time.

`DIR` holds the development corpora in the folders that each module's docstring names.
"""
