"""What charts share: the layout that paints them, numbers as words, ticks, places for words."""
