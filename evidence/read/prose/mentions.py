"""A quick look before a costly pattern: whether any of the words that it needs stands in a text at all."""

__all__ = ["mentions"]


def mentions(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of the words stands in the text, as letters only.

    >>> mentions("the path coefficient is .42", ("beta", "coefficient"))
    True
    """
    for word in words:  # noqa: SIM110  `any` takes thrice as long, and this is asked of every sentence
        if word in text:
            return True
    return False
