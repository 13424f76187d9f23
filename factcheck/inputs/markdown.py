"""Markdown → plain text with its title.

A light reduction: what a reader sees of a story stays, in order; marks, images, code blocks and
HTML tags go. Every expression here runs in linear time.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Final

_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING: Final = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?$")
_UNDERLINE: Final = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULE: Final = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_QUOTE: Final = re.compile(r"(?: {0,3}> ?)+")
_BULLET: Final = re.compile(r"[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?")
_NUMBER: Final = re.compile(r"[ \t]*[0-9]{1,3}[.)][ \t]+")
_DEFINITION: Final = re.compile(r" {0,3}\[[^\[\]^][^\[\]]*\]:[ \t]")
_TABLE_RULE: Final = frozenset("|-: \t")

_TARGET: Final = r"\((?:[^()\s]|\([^()\s]*\))*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_IMAGE: Final = re.compile(r"!\[[^\[\]]*\](?:" + _TARGET + r"|\[[^\[\]]*\])")
_FOOTNOTE: Final = re.compile(r"\[\^[^\[\]\s]+\]:?")
_LINK: Final = re.compile(r"(?<!\\)\[([^\[\]]*)\](?:" + _TARGET + r"|\[[^\[\]]*\])")
_BREAK: Final = re.compile(r"</?(?:br|p|div|li|tr|h[1-6])\b[^<>]*>", re.I)
_TAG: Final = re.compile(r"(?<!\\)</?[A-Za-z][^<>]*>")
_CODE: Final = re.compile(r"(?<![`\\])(`{1,2})(?!`)([^`]+)\1(?!`)")
_STARS: Final = re.compile(r"(?<!\\)(\*{1,3})(?=[^\s*])((?:[^*\n]|\n(?!\n))+)(?<=[^\s\\])\1")
_SCORES: Final = re.compile(
    r"(?<![\w\\])(_{1,3})(?=[^\s_])((?:[^_\n]|\n(?!\n)|(?<=\w)_(?=\w))+)(?<=[^\s\\])\1(?!\w)"
)
_STRUCK: Final = re.compile(r"(?<!\\)~~(?=\S)([^~\n]+)(?<=\S)~~")
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class Reduced:
    """The text a reader sees, and its first heading of the first level, which stays in it."""

    text: str
    title: str | None = None


def reduce(source: str) -> Reduced:
    """Reduce Markdown with \\n line ends, without its front matter."""
    lines, heading = _blocks(_COMMENT.sub("", source))
    text = re.sub(r"\n{3,}", "\n\n", _inline("\n".join(lines))).strip("\n")
    return Reduced(text, (_inline(heading).strip() if heading else None) or None)


def _blocks(source: str) -> tuple[list[str], str | None]:
    """The lines without block marks, and the first heading of the first level."""
    lines: list[str] = []
    title: str | None = None
    in_list = False
    for raw in _without_fences(source.split("\n")):
        line = _QUOTE.sub("", raw, count=1) if raw.lstrip(" ").startswith(">") else raw
        before = lines[-1] if lines else ""
        if (under := _UNDERLINE.match(line)) and before and not in_list:
            title = title or (before if under[1][0] == "=" else None)
        elif heading := _HEADING.match(line):
            shown = re.sub(r"(?:^|[ \t])#+$", "", (heading[2] or "").rstrip())
            title = title or (shown if len(heading[1]) == 1 else None)
            lines += ["", shown, ""]  # a paragraph of its own, whatever stands around it
            in_list = False
        elif _RULE.match(line) or _DEFINITION.match(line) or _is_table_rule(line):
            continue
        elif bullet := _BULLET.match(line):
            lines.append(line[bullet.end() :].rstrip())
            in_list = True
        elif (number := _NUMBER.match(line)) and (in_list or not before):
            lines.append(line[number.end() :].rstrip())
            in_list = True
        else:
            lines.append(re.sub(r"\\$", "", line.rstrip()))
            in_list = in_list and bool(line.strip())
    return lines, title


def _is_table_rule(line: str) -> bool:
    return "|" in line and "-" in line and _TABLE_RULE.issuperset(line)


def _without_fences(lines: list[str]) -> list[str]:
    """Drop fenced code. A fence that is never closed is dropped alone: its text may be a story."""
    kept: list[str] = []
    mark, opened_at = "", 0  # the open fence, and where its lines begin in `kept`
    for line in lines:
        fence = _FENCE.match(line)
        if fence and not mark:
            mark, opened_at = fence[1], len(kept)
        elif fence and fence[1].startswith(mark) and line.strip() == fence[1]:
            del kept[opened_at:]
            mark = ""
        else:
            kept.append(line)
    return kept


def _inline(text: str) -> str:
    text = _IMAGE.sub("", text)
    text = _FOOTNOTE.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = _TAG.sub("", _BREAK.sub("\n", text))
    text = _CODE.sub(r"\2", text)
    for _ in range(2):  # emphasis inside emphasis
        text = _STARS.sub(r"\2", text)
        text = _SCORES.sub(r"\2", text)
    text = _STRUCK.sub(r"\1", text)
    return html.unescape(_ESCAPE.sub(r"\1", text))
