"""The report as JUnit XML, which most CI systems show: one test case a golden."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from diagramkit.golden.report.entry import Entry, Report
from diagramkit.golden.sentences import status_sentence

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def document(report: Report) -> str:
    """The report as an XML document that ends with a line feed."""
    failures = len(report.entries) - report.count("same")
    count = len(report.entries) + len(report.errors)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuite name="goldens" tests="{count}" failures="{failures}" '
        f'errors="{len(report.errors)}">',
    ]
    lines += [line for entry in report.entries for line in _case(entry)]
    for error in report.errors:
        place = str(error.location) if error.location else error.code
        lines += [
            f'<testcase classname="goldens" name={_value(place)}>',
            f"<error message={_value(error.message)}/>",
            "</testcase>",
        ]
    return "\n".join([*lines, "</testsuite>"]) + "\n"


def _case(entry: Entry) -> list[str]:
    place = f" file={_value(entry.source)}" if entry.source else ""
    start = f'<testcase classname="goldens" name={_value(entry.golden)}{place}'
    if entry.verdict.status == "same":
        return [f"{start}/>"]
    sentence = status_sentence(entry.verdict)
    kind = _value(entry.verdict.status)
    failure = f"<failure type={kind} message={_value(sentence)}>{_words(sentence)}</failure>"
    return [f"{start}>", failure, "</testcase>"]


def _value(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text))


def _words(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))
