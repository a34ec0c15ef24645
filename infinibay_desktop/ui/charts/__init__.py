"""Charts over time that several screens show: live and from the history, by one widget.

Not among the widgets, which are imported before the first paint and know no desk: charts need
NumPy and pyqtgraph, follow events and read the history. Not a screen either: the details of a
machine and the page of metrics both show them, and screens do not know each other.
"""
