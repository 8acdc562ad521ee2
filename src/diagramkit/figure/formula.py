"""Formulas in words: a subset of TeX between dollars.

In it are letters, digits and signs; `^` and `_` before one character, a command or a group in
braces; `\\sqrt{…}`, `\\frac{…}{…}`, `\\text{…}`; Greek letters, signs and functions by
name. Two or more letters in a row are one word (`softmax`), which takes scripts as a whole when a
brace or a space parts it; else the script belongs to the last letter, as in TeX.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from diagramkit.diagnostics import Diagnostic, Location

SYMBOLS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "eta": "η",
    "theta": "θ", "lambda": "λ", "mu": "μ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ",
    "phi": "φ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ",
    "Sigma": "Σ", "Phi": "Φ", "Omega": "Ω", "cdot": "·", "times": "×", "div": "÷", "pm": "±",
    "le": "≤", "ge": "≥", "ne": "≠", "approx": "≈", "to": "→", "in": "∈", "sum": "∑",
    "infty": "∞", "dots": "…", "prime": "′", "quad": "  ", "zeta": "ζ", "iota": "ι", "kappa": "κ",
    "nu": "ν", "xi": "ξ", "upsilon": "υ", "chi": "χ", "psi": "ψ", "Psi": "Ψ", "Pi": "Π", "Xi": "Ξ",
    "varepsilon": "ε", "vartheta": "θ", "varphi": "φ", "leq": "≤", "geq": "≥", "neq": "≠",
    "rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒", "Leftarrow": "⇐", "implies": "⇒",
    "iff": "⇔", "partial": "∂", "int": "∫", "prod": "∏", "neg": "¬", "ell": "ℓ", "ldots": "…",
    "cdots": "…", "ast": "*", "mid": "|", "lvert": "|", "rvert": "|", "Vert": "‖", "left": "",
    "right": "", "qquad": "    ",
}  # fmt: skip
FUNCTIONS = frozenset(
    ("arg", "cos", "cosh", "cot", "deg", "det", "dim", "exp", "gcd", "inf", "ker", "lim", "ln",
     "log", "max", "min", "sin", "sinh", "sup", "tan", "tanh")
)  # fmt: skip
"""Names that TeX sets upright by a command."""
WORDS = frozenset(("text", "mathbf", "mathrm", "mathit", "mathsf", "operatorname", "textbf"))
"""Commands whose argument is words."""
_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|[A-Za-z]+|\d+(?:\.\d+)?|\s+|.", re.DOTALL)
_BETWEEN = re.compile(r"\$\$([^\n]{1,2000}?)\$\$")
MOST_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Symbol:
    """Characters in a row."""

    text: str


@dataclass(frozen=True, slots=True)
class Scripts:
    """Something with a subscript, a superscript, or both."""

    base: Group
    lower: Group | None = None
    upper: Group | None = None


@dataclass(frozen=True, slots=True)
class Root:
    """A square root."""

    inner: Group


@dataclass(frozen=True, slots=True)
class Fraction:
    """One group over another."""

    above: Group
    below: Group


@dataclass(frozen=True, slots=True)
class Group:
    """Things beside each other."""

    items: tuple[Symbol | Scripts | Root | Fraction, ...]


Item = Symbol | Scripts | Root | Fraction
Piece = str | Group
"""Words as they are, or a formula."""


def has_formula(words: str) -> bool:
    """Whether words hold a formula: two dollars, or more."""
    return words.count("$") >= 2


@lru_cache(maxsize=1024)
def pieces(words: str) -> tuple[Piece, ...]:
    """Words parted at their formulas.

    A single dollar is a dollar.

    Raises:
        ValueError: a formula is not in the language; the message says what is not.
    """
    if not has_formula(words):
        return (words,)
    parts = words.split("$")
    if len(parts) % 2 == 0:
        raise ValueError("a formula is not closed: dollars come in pairs")
    found: list[Piece] = [parse(part) if index % 2 else part for index, part in enumerate(parts)]
    return tuple(piece for piece in found if piece != "")


def parse(formula: str) -> Group:
    """The formula that stands between two dollars. Raises `ValueError`."""
    reader = _Reader(_TOKEN.findall(formula))
    group = reader.group(end="")
    if not group.items:
        raise ValueError("the formula is empty")
    return group


def plain(words: str) -> str:
    """Words with their formulas as one would read them out, without TeX's marks."""
    if not has_formula(words):
        return words
    return "".join(piece if isinstance(piece, str) else _flat(piece) for piece in pieces(words))


def _flat(group: Group) -> str:
    return "".join(_flat_items(group))


def _flat_items(group: Group) -> Iterator[str]:
    for item in group.items:
        match item:
            case Symbol(text):
                yield text
            case Scripts(base, lower, upper):
                yield _flat(base)
                yield f"_{_flat(lower)}" if lower else ""
                yield f"^{_flat(upper)}" if upper else ""
            case Root(inner):
                yield f"sqrt({_flat(inner)})"
            case Fraction(above, below):
                yield f"({_flat(above)})/({_flat(below)})"


class _Reader:
    """Reads tokens from left to right."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens, self.place, self.depth = tokens, 0, 0

    def group(self, end: str) -> Group:
        """Everything up to `end`, a closing brace or the end of the formula."""
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise ValueError("the formula is nested too deeply")
        items: list[Item] = []
        while (token := self.take()) != end:
            if token == "":
                raise ValueError("a brace of the formula is not closed")
            if token in "^_":
                self.script(token, items)
            elif not token.isspace():
                items.extend(self.items(token))
            elif items:
                items.append(Symbol(" "))
        self.depth -= 1
        return Group(tuple(_without_space(items)))

    def take(self) -> str:
        token = self.tokens[self.place] if self.place < len(self.tokens) else ""
        self.place += 1
        return token

    def items(self, token: str) -> list[Item]:
        """What a token stands for; of a word before a script the last letter stands alone."""
        if token.startswith("\\"):
            made = self.command(token)
            # A space after a letter's name only ends the name.
            if isinstance(made, Symbol) and made.text.isalpha():
                self.skip_space()
            return [made]
        if token == "{":
            return list(self.group(end="}").items)
        if token == "}":
            raise ValueError("a brace of the formula is closed that was not opened")
        following = self.tokens[self.place] if self.place < len(self.tokens) else ""
        if following in ("^", "_") and token.isalpha() and len(token) > 1 and not _is_name(token):
            return [Symbol(token[:-1]), Symbol(token[-1])]
        return [Symbol({"-": "−", "*": "·", "'": "′"}.get(token, token))]

    def command(self, token: str) -> Item:
        name = token[1:]
        if name == "sqrt":
            return Root(self.argument(token))
        if name == "frac":
            return Fraction(self.argument(token), self.argument(token))
        if name in WORDS:
            return Symbol("".join(_flat_items(self.argument(token))))
        if name in FUNCTIONS:
            return Symbol(name)
        if name in SYMBOLS:
            return Symbol(SYMBOLS[name])
        if name in (",", " ", ";"):
            return Symbol(" ")
        if len(name) == 1 and not name.isalpha():
            return Symbol(name)
        raise ValueError(f"unknown in formulas: {token}{_nearest(name)}")

    def skip_space(self) -> None:
        if self.place < len(self.tokens) and self.tokens[self.place].isspace():
            self.place += 1

    def argument(self, command: str) -> Group:
        token = self.take()
        if token == "{":
            return self.group(end="}")
        if token in ("", "}", "^", "_"):
            raise ValueError(f"something is missing after {command}")
        # One character, as in TeX; the rest of a word stays.
        if len(token) > 1 and not token.startswith("\\"):
            self.place -= 1
            self.tokens[self.place] = token[1:]
            token = token[0]
        return Group(tuple(self.items(token)))

    def script(self, mark: str, items: list[Item]) -> None:
        if not items:
            raise ValueError(f"nothing stands before {mark}")
        script = self.argument(mark)
        last = items.pop()
        held = last if isinstance(last, Scripts) else Scripts(Group((last,)))
        if (held.lower if mark == "_" else held.upper) is not None:
            raise ValueError(f"two scripts of one kind: {mark}")
        lower = script if mark == "_" else held.lower
        upper = script if mark == "^" else held.upper
        items.append(Scripts(held.base, lower, upper))


def _is_name(token: str) -> bool:
    """Whether letters are one name: a function, not a product of letters."""
    return token in ("softmax", "log", "exp", "min", "max", "std", "mean", "KL")


def _without_space(items: list[Item]) -> list[Item]:
    while items and items[-1] == Symbol(" "):
        items.pop()
    return items


def _nearest(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, [*SYMBOLS, *FUNCTIONS, *WORDS, "sqrt", "frac"], 1)
    return f"; did you mean \\{near[0]}?" if near else ""


def unset(text: str, path: str, line: int) -> list[Diagnostic]:
    """A warning of the formulas between `$$` that are not in the language and stay as they are
    written, at the first of them. `path` and `line` say where the text begins."""
    for found in _BETWEEN.finditer(text):
        try:
            parse(found[1])
        except ValueError as error:
            message = f"a formula is left as it is written: {error}"
            place = Location(path, line + text.count("\n", 0, found.start()))
            return [Diagnostic("formula-not-set", message, place, severity="warning")]
    return []
