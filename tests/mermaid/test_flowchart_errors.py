"""What is said of a flowchart that is not one: where, what was found, what was expected."""

from __future__ import annotations

import pytest
from refused import refusal


@pytest.mark.parametrize(
    ("statements", "place", "message"),
    [
        # Links
        ("A -> B", "2:3", 'expected a link, "&" or the end of the line, found "-"; '
         'a link is written "-->"'),
        ("A → B", "2:3", 'expected a link, "&" or the end of the line, found "→"; '
         'a link is written "-->"'),
        ("A —> B", "2:3", 'expected a link, "&" or the end of the line, found "—"; '
         'a link is written "-->"'),
        ("A -->", "2:6", "expected the name of a node after the link, found the end of the line"),
        ("A --> --> B", "2:7", 'expected the name of a node after the link, found "-->"'),
        ("A -- words", "2:3", 'the words behind "--" never end; expected "-->" after them'),
        ("A == words", "2:3", 'the words behind "==" never end; expected "==>" after them'),
        ("A -- a--b --> B", "2:7", 'expected "-->" to end the words on the link, or double quotes '
         "around them"),
        ("A -. v1.2 .-> B", "2:8", 'expected ".->" to end the words on the link, or double quotes '
         "around them"),
        ("A -->|words B", "2:6", 'this "|" is never closed; expected "|"'),
        ("A -->|a (b)| B", "2:9", '"(" inside the words behind "|" of 2:6; put the words in double '
         'quotes: |"…"|'),
        ("A -->|x|  B", "2:10", "expected the name of a node after the link, found a space"),
        ("A & --> B", "2:5", 'expected a space and the name of a node after "&", found "-->"'),
        ("--> B", "2:1", 'expected a node, found "-->"'),
        ("A;\n--> B", "3:1", 'expected a node, a subgraph or a style, found "-->"'),
        # Words
        ("A[words --> B", "2:2", 'this "[" is never closed; expected "]"'),
        ("A[words\nB[more]", "2:2", 'this "[" is never closed; expected "]"'),
        ("A(words]", "2:8", 'expected ")" to close "(" of 2:2, found "]"'),
        ("A((words)", "2:2", 'this "((" is never closed; expected "))"'),
        ("A{{words} x", "2:10", 'expected "}}" to close "{{" of 2:2, found " "'),
        ("A[a (b)]", "2:5", '"(" inside the words behind "[" of 2:2; put the words in double '
         'quotes: ["…"]'),
        ("A[/api/items]", "2:13", 'expected "/]" to close "[/" of 2:2, found "]"; words that begin '
         'with "/" stand in double quotes: ["/…"]'),
        ('A["words', "2:3", "this double quote is never closed"),
        ('A[5" disk]', "2:4", "a double quote inside words without quotes; quote the whole label "
         "and write #quot; for a quote inside it"),
        ('A["`a `b` c`"]', "2:7", 'a backtick inside a Markdown string, which ends with `"; write '
         "#96; for it"),
        ('A["`words', "2:3", 'this Markdown string is never closed; expected `"'),
        ('A[""]', "2:2", 'expected words after "["; for none at all write a space in quotes: " "'),
        ("A[|words]", "2:4", 'expected a property behind "[|", as in [|borders:lt|words]'),
        ("A@{ shape: cylindr }", "2:12", 'no shape is called "cylindr", did you mean "cylinder"?'),
        ("A@{ shape: lean_right }", "2:12", 'no shape is called "lean_right", did you mean '
         '"lean-right"?'),
        ("A@{ shape: [cyl] }", "2:12", 'no shape is called ""; the names are those in Mermaid\'s '
         "list of shapes"),
        ("A@{\n  shape: zzz\n}", "3:10", 'no shape is called "zzz"; the names are those in '
         "Mermaid's list of shapes"),
        ("A@{ shape: [ }", "2:14", "the attributes are not YAML: expected the node content, but "
         "found '}'"),
        ("A@{ a: 1, a: 2 }", "2:11", 'the attributes are not YAML: the key "a" is given twice'),
        ("A@{ shape: cyl", "2:2", 'this "@{" is never closed; expected "}"'),
        ('A@{ label: "x }', "2:12", "this double quote is never closed"),
        ("A@{ label: a^b }", "2:13", '"^" among attributes; put it in double quotes'),
        # Names
        ("A --> end", "2:7", 'expected the name of a node after the link, found "end"; "end" is a '
         'word of Mermaid, "End" may name a node'),
        ("A --> B more words", "2:9", 'expected a link, "&" or the end of the line, found "more"; '
         "several words stand in brackets, as in id[several words]"),
        ("me@here --> B", "2:3", 'expected a link, "&" or the end of the line, found "@"; a name '
         'has no "@", a label may: id[name@place]'),
        ("A[“hi”] --> “B”", "2:13", 'expected the name of a node after the link, found "“"; quotes '
         'are straight: "'),
        ("A:::", "2:5", 'expected the name of a class after ":::", found the end of the line'),
        ("A --> B %% comment", "2:9", 'expected a link, "&" or the end of the line, found "%%"; a '
         'comment begins with "%%" and stands on a line of its own'),
        # Subgraphs
        ("subgraph\nA\nend", "2:9", "expected a space and the name of the subgraph, found the end "
         "of the line"),
        ("A\nsubgraph one\nB", "3:1", 'this subgraph is never closed; expected "end"'),
        ("A\nend", "3:1", 'an "end" that ends nothing: no subgraph is open here'),
        ("subgraph a, b\nend", "2:11", 'expected the end of the line, found ","'),
        # Looks
        ("style A", "2:8", "expected a space and a style such as fill:#eee, found the end of the "
         "line"),
        ("style A ", "2:8", "expected a style such as fill:#eee, found the end of the line"),
        ("style A fill:rgb(1,2,3)", "2:17", 'expected the end of the line, found "("; a value has '
         "no brackets, a colour is written #rrggbb"),
        ("style A fill:red,", "2:18", "expected a style such as fill:#eee, found the end of the "
         "line"),
        ("class A", "2:8", "expected a space and the name of a class, found the end of the line"),
        ("class A, B c", "2:11", "expected the end of the line, found a space"),
        ("classDef c", "2:11", "expected a space and a style such as fill:#eee, found the end of "
         "the line"),
        ("linkStyle 0 stroke:red", "2:11", "no link has the number 0; there is none before here"),
        ("A --> B\nlinkStyle 0,7 stroke:red", "3:13", "no link has the number 7; the links so far "
         "are 0 to 0"),
        ("linkStyle x stroke:red", "2:11", 'expected the number of a link or "default", found "x"'),
        ("click", "2:6", 'expected the name of a node after "click"'),
        ("click A", "2:8", 'expected a link in double quotes, "href", "call" or a function, found '
         "the end of the line"),
        ("click A call f", "2:9", 'a call without "(" and ")" after the function'),
        ('click A "x" y', "2:13", 'expected a tooltip in double quotes or a target such as _blank, '
         'found "y"'),
        ('click A "x" "y" z', "2:17", 'expected _self, _blank, _parent or _top, found "z"'),
        # What no statement begins with
        ("<A>", "2:1", 'expected a node, a subgraph or a style, found "<"'),
        ("🙂 --> B", "2:1", 'expected a node, a subgraph or a style, found "🙂"'),
    ],
)  # fmt: skip
def test_an_error_says_where_and_what(statements: str, place: str, message: str) -> None:
    (found,) = refusal(f"graph LR\n{statements}\n").diagnostics
    assert (f"a.mmd:{place}", message) == (str(found.location), found.message)


@pytest.mark.parametrize(
    ("header", "place", "message"),
    [
        ("graph XY", "1:7", "expected a direction (LR, RL, TB, TD or BT) or the end of the line, "
         'found "XY"'),
        ("graph LR A", "1:10", 'expected the end of the line after the direction, found "A"'),
        ("graphs LR", "1:1", 'expected "flowchart" or "graph", found "graphs"'),
        ("graph LR %% comment", "1:10", "expected the end of the line after the direction, found "
         '"%%"; a comment begins with "%%" and stands on a line of its own'),
    ],
)  # fmt: skip
def test_an_error_in_the_header(header: str, place: str, message: str) -> None:
    (found,) = refusal(f"{header}\nA --> B\n").diagnostics
    assert (f"a.mmd:{place}", message) == (str(found.location), found.message)


def test_an_error_shows_the_line_and_a_caret() -> None:
    assert str(refusal("graph LR\n  A -> B\n")).splitlines()[1:] == ["|   A -> B", "|     ^"]
