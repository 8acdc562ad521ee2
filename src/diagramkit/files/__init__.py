"""The one room that opens files for writing, moves them and removes them.

`border` says where a run may do so, `write` puts one file in its place, `journal` many as if at
once, `lock` keeps runs apart, `read` opens what a folder holds without being led elsewhere.
"""
