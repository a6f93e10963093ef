"""What an answer in each format must never have in it, whatever the texts in it were; and how it is built up.

How an answer is built up is all of it but its texts. It has to be the same whether they are hostile or calm.
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import vobject
from markdown_it import MarkdownIt

# Signs that Unicode counts as formatting although they are seen, all of them Arabic or Syriac.
_SEEN = set(map(chr, (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2)))
_FORMULA = tuple("=+-@\t\r")
_NUMBER = re.compile(r"-[0-9,]+")


def steering(text: str) -> set[str]:
    """Signs other than line breaks that a terminal obeys or does not show."""
    named = {name for name in ("<ESC>", "<TAB>", "<CR>") if name in text}
    unseen = {sign for sign in text if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    return named | unseen - _SEEN - {"\n"}


def build_of(form: str, content: bytes) -> Any:
    """How the answer is built up; raises AssertionError for what may not be in it."""
    return _BUILDS[form](content)


def _text(content: bytes) -> str:
    text = content.decode("utf-8")
    wrong = [line for line in text.split("\n") if steering(line)]
    assert not wrong, wrong[:3]
    return text


def _table(content: bytes) -> None:
    _text(content)


def _json(content: bytes) -> None:
    json.loads(_text(content))


def _csv(content: bytes) -> Any:
    text = content.decode("utf-8")
    assert text.startswith("\ufeff")
    assert steering(text[1:].replace("\r\n", "\n")) == set()
    rows = list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";", strict=True))
    runs = [cell for row in rows for cell in row if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell)]
    assert runs == []
    # How many rows there are may hang on the texts: two courses of the same title are one.
    return {len(row) for row in rows}


def _ics(content: bytes) -> Any:
    text = content.decode("utf-8")
    assert steering(text.replace("\r\n", "\n")) == set()
    lines = text.replace("\r\n ", "").split("\r\n")
    calendar = vobject.readOne(text)
    for event in calendar.vevent_list:
        assert event.contents.get("url", []) == [] or event.url.value.startswith(("https://", "http://"))
    # Whether a name is a property's own is up to what stands before the first colon.
    return [re.split("[:;]", line)[0] for line in lines], sorted(_properties(calendar))


def _properties(component: Any) -> list[str]:
    inner = [name for child in component.components() for name in _properties(child)]
    return [component.name, *inner, *(line.name for line in component.lines())]


class _Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[Any] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(tag)

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("declaration", decl))

    def handle_pi(self, data: str) -> None:
        self.found.append(("instruction", data))


def _html(content: bytes) -> Any:
    found = _Tags(_text(content)).found
    tags = [tag for tag in found if isinstance(tag, tuple) and isinstance(tag[1], list)]
    links = [value for _, attributes in tags for name, value in attributes if name == "href"]
    assert all(value.startswith(("https://", "http://")) for value in links)
    return found


def _markdown(content: bytes) -> Any:
    """Addresses may become links; each shows where it goes."""
    found: list[str] = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(_text(content)):
        found.append(token.type)
        for number, inner in enumerate(token.children or ()):
            if inner.type == "link_open":
                address = str(inner.attrs["href"])
                assert address.startswith(("https://", "http://"))
                assert (token.children or [])[number + 1].content.startswith(address[:16])
            elif inner.type not in {"link_close", "text", "text_special"}:
                found.append(f"{inner.type} {inner.content}")
    return found


def _github(content: bytes) -> Any:
    """Lines that GitHub reads as commands, with all but their message."""
    return [line.split("::")[1] if line.startswith("::") else "" for line in _text(content).split("\n")]


def _xlsx(content: bytes) -> Any:
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    for cell in cells:
        assert steering(str(cell.value)) == set()
        assert cell.hyperlink is None or cell.hyperlink.target.startswith(("https://", "http://"))
    formulas = [(cell.parent.title, cell.coordinate, cell.value) for cell in cells if cell.data_type == "f"]
    return formulas, _parts(content), [sheet.title for sheet in book], list(book.defined_names)


def _docx(content: bytes) -> Any:
    with ZipFile(io.BytesIO(content)) as archive:
        document = ElementTree.fromstring(archive.read("word/document.xml"))
        assert b'TargetMode="External"' not in b"".join(map(archive.read, archive.namelist()))
    assert steering("".join(document.itertext())) == set()
    return [element.tag for element in document.iter()], _parts(content)


def _parts(content: bytes) -> list[str]:
    with ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))
        return archive.namelist()


_BUILDS: dict[str, Callable[[bytes], Any]] = {
    "tabell": _table,
    "json": _json,
    "csv": _csv,
    "ics": _ics,
    "html": _html,
    "md": _markdown,
    "github": _github,
    "xlsx": _xlsx,
    "docx": _docx,
    "epost": _table,
}


def content_of(path: Path, shown: str) -> bytes:
    """What was written to a file, or else to the screen."""
    return path.read_bytes() if path.is_file() else shown.encode("utf-8")
