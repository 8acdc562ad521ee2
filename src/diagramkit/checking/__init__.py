"""Drawings and diagrams of a project checked: findings with their places in the sources."""
