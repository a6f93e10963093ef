"""Workbooks, bent: cells of every kind, parts of the archive changed, and archives that are larger inside than out."""

import io
import zipfile
from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random

from openpyxl import Workbook

from .hostile import any_text, hostile

_HEADERS = (
    "Kode",
    "Tittel",
    "Studiepoeng",
    "Enhet",
    "Erstatter",
    "Nivå",
    "Semester",
    "Språk",
    "Lenke",
    "Status",
    "Svar",
)
_CELLS = (
    None,
    True,
    0,
    -1,
    7.5,
    1e308,
    10**20,
    date(2027, 1, 15),
    datetime(1900, 1, 1, 12),
    time(12, 30),
    timedelta(days=400),
    "TDT4100",
    "7,5",
    "=1+1",
    "=HYPERLINK(1)",
    "#REF!",
)
_ROWS = b"<row r='1'><c r='A1' t='inlineStr'><is><t>Kode</t></is></c></row>"
_INSIDE = (
    (b"<sheetData>", b"<sheetData>" + _ROWS * 2_000),
    (b"<sheetData>", b"<sheetData><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"),
    (b"<sheetData>", b"<sheetData><row r='2'><c r='XFD2'><v>1</v></c></row>"),
    (b"<sheetData>", b"<sheetData><row r='0'><c r='A0'><v>1</v></c></row>"),
    (b"<sheetData>", b"<sheetData><row r='-5'><c r='A-5'><v>1</v></c></row>"),
    (b"<sheetData>", b"<sheetData><row r='x'><c r='?'><v>1</v></c></row>"),
    (b"<sheetData>", b"<sheetData><row><c><v>1</v></c></row>"),
    (b't="n"', b't="d"'),
    (b't="n"', b't="q"'),
    (b't="s"', b't="n"'),
    (b"<v>", b"<v>1e9999"),
    (b"<v>", b"<v>99999999999"),
    (b"<v>", b"<v>x"),
    (b"</sheetData>", b""),
    (b"<?xml", b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><?xml"),
    (b"<worksheet", b"<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b SYSTEM 'file:///etc/hostname'>]><worksheet"),
    (b"UTF-8", b"UTF-7"),
    (b"sheet1.xml", b"sheet9.xml"),
    (b"worksheet", b"chartsheet"),
    (b"count=", b"coun="),
)


def workbook(random: Random) -> bytes:
    content = random.choice(_books())
    chance = random.random()
    if chance < 0.3:
        return _saved([_HEADERS, *([_cell(random) for _ in _HEADERS] for _ in range(random.randrange(4)))])
    if chance < 0.7:
        return _with_another_part(random, content)
    if chance < 0.75:
        return _with_a_large_part(random, content)
    for _ in range(random.choice((1, 1, 4, 30))):
        place = random.randrange(len(content))
        content = content[:place] + random.randbytes(1) + content[place + random.choice((0, 1, 1, 1, 9)) :]
    return content


@cache
def _books() -> tuple[bytes, ...]:
    rows = [
        _HEADERS,
        ("227-0102-00L", "Discrete Event Systems", 6, "ECTS", "TDT4125", "master", "H2027", "en", "", "", ""),
    ]
    return _saved(rows), _saved([]), _saved([_HEADERS])


def _saved(rows: list[tuple[object, ...]] | list[list[object]]) -> bytes:
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _cell(random: Random) -> object:
    if random.random() < 0.6:
        return random.choice(_CELLS)
    # What the format itself cannot hold would stop the making of the case, not the reading.
    text = random.choice((any_text, hostile))(random).encode("utf-8", "ignore").decode("utf-8")
    return "".join(letter for letter in text if " " <= letter < "\ufff0")[:500]


def _with_another_part(random: Random, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(random.choice((1, 1, 2))):
        name = random.choice(sorted(parts) + ["xl/worksheets/sheet1.xml"] * 10)
        match random.randrange(4):
            case 0:
                parts.pop(name, None)
            case 1:
                old = parts.get(name, b"x")
                place = random.randrange(len(old) + 1)
                parts[name] = old[:place] + random.randbytes(random.choice((0, 1, 8))) + old[place + 1 :]
            case _:
                old, new = random.choice(_INSIDE)
                parts[name] = parts.get(name, b"").replace(old, new, random.choice((1, -1)))
    return _zipped(random, parts)


def _with_a_large_part(random: Random, content: bytes) -> bytes:
    """Up to a hundred million bytes of one sign, which is a hundred thousand in the archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = random.choice(
        ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "docProps/core.xml", "x")
    )
    before, close, after = parts.get(name, b"<x></x>").rpartition(b"</")
    parts[name] = (
        before + random.choice((b" ", b"a", b"<a/>", _ROWS)) * random.choice((1_000, 30_000, 1_000_000)) + close + after
    )
    return _zipped(random, parts)


def _zipped(random: Random, parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(
        stream, "w", random.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))
    ) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()
