"""Where drawings are shown: notebooks, sites."""
