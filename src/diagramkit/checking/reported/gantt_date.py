"""A task of a Gantt chart has a date or a length that cannot be read, or follows a task that
there is not.

Why: Mermaid takes today or the earliest date in its place and says nothing.

Example: `Ship :2024-01-01, soon`.

Use instead: a date in the chart's `dateFormat`, a length such as `3d`, the id of a task after
`after`.
"""
