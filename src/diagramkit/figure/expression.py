"""Formulas for curves: a small language of numbers and functions, with nothing else in it.

A formula is read with Python's own parser and walked; only what is listed here is taken, so
that a source can compute values of y and do nothing else. Time and size are bounded: a formula
has at most 200 characters, powers stay below 64.
"""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

FUNCTIONS: dict[str, Callable[..., float]] = {
    "abs": abs,
    "cos": math.cos,
    "exp": math.exp,
    "log": math.log,
    "max": max,
    "min": min,
    "sin": math.sin,
    "sqrt": math.sqrt,
    "tanh": math.tanh,
}
CONSTANTS = {"pi": math.pi, "e": math.e}
MOST_CHARACTERS, MOST_POWER, MOST_DEPTH = 200, 64.0, 40
LARGEST = 1e15
"""The largest value that an axis shows; where a formula goes beyond it, it has none."""


def _power(base: float, exponent: float) -> float:
    if abs(exponent) > MOST_POWER:
        raise OverflowError
    result = base**exponent
    if isinstance(result, complex):
        raise ValueError("no real value")
    return float(result)


_BINARY: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: _power,
}
_UNARY: dict[type[ast.unaryop], Callable[[float], float]] = {
    ast.UAdd: operator.pos,
    ast.USub: operator.neg,
}


@lru_cache(maxsize=256)
def compiled(formula: str) -> Callable[[float], float | None]:
    """The function of x that a formula writes; it returns None where there is no value.

    Raises:
        ValueError: the formula is not in the language; the message says what is not.
    """
    if len(formula) > MOST_CHARACTERS:
        raise ValueError(f"a formula has at most {MOST_CHARACTERS} characters")
    try:
        tree = ast.parse(formula.replace("^", "**").strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ValueError("not a formula: expected something like 1 - exp(-4*x)") from error
    _check(tree, MOST_DEPTH)

    def value(x: float) -> float | None:
        try:
            found = float(_value(tree, x))
        except (ArithmeticError, ValueError):
            return None
        return found if abs(found) <= LARGEST else None

    return value


def _check(node: ast.AST, depth: int) -> None:
    if depth == 0:
        raise ValueError("the formula is nested too deeply")
    match node:
        case ast.Constant(value=int() | float()) if not isinstance(node.value, bool):
            inner: list[ast.expr] = []
        case ast.Name(id=name):
            if name != "x" and name not in CONSTANTS:
                raise ValueError(f'unknown name "{name}"; known are x, {", ".join(CONSTANTS)}')
            inner = []
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
            inner = [left, right]
        case ast.UnaryOp(op=op, operand=operand) if type(op) in _UNARY:
            inner = [operand]
        case ast.Call(func=ast.Name(id=name), args=[_, *_], keywords=[]):
            if name not in FUNCTIONS:
                known = ", ".join(FUNCTIONS)
                raise ValueError(f'unknown function "{name}"; known are {known}')
            inner = list(node.args)
        case _:
            raise ValueError("a formula has numbers, x, + - * / ^, brackets and functions only")
    for child in inner:
        _check(child, depth - 1)


def _value(node: ast.AST, x: float) -> float:
    match node:
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.Name(id=name):
            return CONSTANTS.get(name, x)
        case ast.BinOp(left=left, op=op, right=right):
            return _BINARY[type(op)](_value(left, x), _value(right, x))
        case ast.UnaryOp(op=sign, operand=operand):
            return _UNARY[type(sign)](_value(operand, x))
        case ast.Call(func=ast.Name(id=name), args=arguments):
            try:
                return FUNCTIONS[name](*(_value(argument, x) for argument in arguments))
            except TypeError as error:
                raise ValueError(str(error)) from error
    raise ValueError("not in the language")


def _known(formula: str) -> str:
    if formula:
        compiled(formula)
    return formula


def _written(value: object) -> object:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return str(value) if number else value


Expression = Annotated[str, BeforeValidator(_written), AfterValidator(_known)]
"""A formula in x, checked."""
