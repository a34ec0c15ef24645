"""A refusal in one or two sentences, for beside the thing refused."""

from infinibay_desktop.model.errors import InfinibayError
from infinibay_desktop.ui.error_text import text_for


def complaint(error: InfinibayError) -> str:
    """What is wrong and what to do about it; empty where the person stopped it."""
    text = text_for(error)
    if text is None:
        return ""
    return " ".join(filter(None, (text.why or text.title, text.remedy)))
