"""The repository around the diagrams: configuration, discovery, outputs, cache, jobs."""
