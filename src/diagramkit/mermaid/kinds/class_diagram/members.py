"""Members of classes: `+String name`, `#area(shape: Shape~T~) double*`.

How a member is taken apart follows `classTypes.ts` of Mermaid 11.17.
"""

from __future__ import annotations

from diagramkit.mermaid.emphasis import marked, spanned
from diagramkit.mermaid.generics import generics
from diagramkit.mermaid.kinds.class_diagram.model import Member
from diagramkit.mermaid.label import words

_VISIBILITY = ("+", "-", "#", "~")
_CLASSIFIERS = ("$", "*")


def words_of(written: str) -> str:
    """The words of a member, which is one line, with marks for what is bold or code in them."""
    return " ".join(marked(words(written)).split())


def is_method(shown: str) -> bool:
    """Whether words are taken for a method: they have a `)` that is not the first character."""
    return shown.find(")") > 0


def attribute(shown: str) -> Member:
    """The attribute that these words say, a colon in it as in those of methods."""
    visibility = shown[:1] if shown.startswith(_VISIBILITY) else ""
    classifier = shown[-1:] if shown.endswith(_CLASSIFIERS) else ""
    text = shown[len(visibility) : len(shown) - len(classifier)].strip().replace(" : ", ": ", 1)
    return Member(spanned(generics(text)), visibility, classifier == "$", classifier == "*")


def method(shown: str) -> Member | None:
    """The method that these words say; None where no `(` comes before the `)`."""
    close = shown.rfind(")")
    open_ = shown.find("(", 1, max(close, 1))
    if open_ < 0:
        return None
    visibility = shown[:1] if open_ > 1 and shown.startswith(_VISIBILITY) else ""
    name = shown[len(visibility) : open_].strip()
    behind = shown[close + 1 :]
    classifier = behind[:1] if behind.startswith(_CLASSIFIERS) else ""
    result = behind[len(classifier) :].strip()
    if not classifier and result.endswith(_CLASSIFIERS):
        classifier, result = result[-1], result[:-1]
    given = generics(shown[open_ + 1 : close].strip())
    # A colon is written between the two in any case.
    result = generics(result.removeprefix(":").strip())
    text = f"{generics(name)}({given}){f': {result}' if result else ''}"
    return Member(spanned(text), visibility, classifier == "$", classifier == "*")
