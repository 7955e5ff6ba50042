"""A report as SARIF 2.1.0, the form in which programs for reviews exchange what tools have found."""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from selfcheck.catalogue import codes, explanation
from selfcheck.problems import Problem
from selfcheck.reports.report import Report

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "ROOT"


def as_sarif(report: Report) -> str:
    """The report as one run of this tool."""
    used = sorted({each.code for each in report.problems})
    driver = {
        "name": "selfcheck",
        "version": version("mkdocs-selfcheck"),
        "rules": [_rule(code) for code in used],
    }
    run = {
        "tool": {"driver": driver},
        "originalUriBaseIds": {_ROOT: {"uri": f"{report.root.as_uri()}/"}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, each, used.index(each.code)) for each in report.problems],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _rule(code: str) -> dict[str, Any]:
    if code not in codes():
        return {"id": code}
    told = explanation(code)
    return {
        "id": code,
        "shortDescription": {"text": told.says},
        "fullDescription": {"text": told.reason},
        "help": {"text": f"{told.says} {told.reason} Source: {told.source}"},
    }


def _result(report: Report, problem: Problem, rule: int) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(problem.path), "uriBaseId": _ROOT}}
    if problem.line:
        region: dict[str, Any] = {"startLine": problem.line}
        if problem.column:
            region["startColumn"] = problem.column
        if line := report.line(problem):
            region["snippet"] = {"text": line}
        location["region"] = region
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": problem.said},
        "locations": [{"physicalLocation": location}],
    }
