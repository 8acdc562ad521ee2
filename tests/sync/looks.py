"""What the built-in theme writes in light mode."""

PRIMARY = "fill:#F5F1EA,stroke:#111111,stroke-width:1.4px,color:#050505"
SECONDARY = "fill:#F3EFE7,stroke:#D8D1C7,stroke-width:1.2px,color:#050505"
ACCENT = "fill:#F5F1EA,stroke:#D9392E,stroke-width:2px,color:#050505"
LABEL = "background-color:#F5F1EA,color:#6F6A63"
GROUP = "fill:#F5F1EA,stroke:#6F6A63,stroke-width:1.2px,color:#6F6A63"
LINKS = "stroke:#6F6A63,stroke-width:1.4px"
