"""Findings as JUnit XML: a test case a finding, and one for each file that could not be used."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from diagramkit.checking.remark import Remark, Report

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def document(report: Report) -> str:
    """The report as an XML document that ends with a line feed."""
    failures, errors = len(report.remarks), len(report.errors)
    count = max(failures + errors, report.subjects, 1)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuite name="check" tests="{count}" failures="{failures}" errors="{errors}">',
    ]
    lines += [line for remark in report.remarks for line in _case(remark)]
    for error in report.errors:
        place = str(error.location) if error.location else error.code
        lines += [
            f'<testcase classname="check" name={_value(place)}>',
            f"<error message={_value(error.message)}/>",
            "</testcase>",
        ]
    if not (failures or errors):
        lines.append('<testcase classname="check" name="all drawings"/>')
    return "\n".join([*lines, "</testsuite>"]) + "\n"


def _case(remark: Remark) -> list[str]:
    place = remark.location
    name = f"{remark.code} {place.line}:{place.column}"
    words = _NOT_XML.sub("\ufffd", f"{place}: {remark.message}\n{remark.source_line}")
    return [
        f"<testcase classname={_value(place.path)} name={_value(name)} file={_value(place.path)} "
        f'line="{place.line}">',
        f"<failure type={_value(remark.severity)} message={_value(remark.message)}>"
        f"{escape(words)}</failure>",
        "</testcase>",
    ]


def _value(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text))
