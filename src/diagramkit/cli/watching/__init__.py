"""The whole of `diagrams watch`: a folder drawn anew as its files change, shown on a page."""
