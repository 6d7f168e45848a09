"""`reader serve`: the app in a browser, one confined process for each visitor, through textual-serve."""
