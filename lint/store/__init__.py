"""A store of agreed paragraphs, to find where the words of a draft were agreed before."""
