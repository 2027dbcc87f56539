"""Chinese text in print: classes of characters, spaces and squeezed marks, lines counted, names in order."""
