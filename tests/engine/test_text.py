"""Submitted text: whatever comes in, what goes out is harmless and stays as it is."""

import csv
import io
import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.engine.text import MOST_MARKS, clean_line, clean_text, csv_safe, name_key

NASTY = (
    "\x00\x1b\r\n\t\v\x85\u2028\u2029 \u00a0\u3000\u200b\u200c\u200d\u200e\u202e\u2066\ufeff\ufe0f\ufe0e"
    "\U000e0041\U000e007f\ud800\udce9\udfff\u0301\u0344\u0345e\u0300é\uac00\u1100\u1161=+-@|%＝＋－＠｜％;,\"'"
    "\u3164\ufffe\U0001ffff\u0f73\u212aİıßŁ"
)
hostile = st.text(st.one_of(st.sampled_from(NASTY), st.characters()), max_size=60)
FORMULA_STARTS = set("=+-@|%＝＋－＠｜％")


def assert_harmless(text: str, *, kept: str = "") -> None:
    text.encode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    for character in text:
        category = unicodedata.category(character)
        assert category not in ("Cc", "Cs") or character in kept, repr(character)
        assert unicodedata.bidirectional(character) not in ("LRE", "RLE", "LRO", "RLO", "PDF")
        assert unicodedata.bidirectional(character) not in ("LRI", "RLI", "FSI", "PDI")
        assert character not in "\u00ad\u200b\u200e\u200f\u2060\ufeff\u3164\ufffe\uffff"
        assert not 0xE0000 <= ord(character) <= 0xE0FFF


@given(hostile, st.integers(1, 50))
def test_a_clean_line_is_harmless_short_and_stays_clean(text: str, limit: int) -> None:
    clean = clean_line(text, limit=limit)
    assert_harmless(clean)
    assert len(clean) <= limit
    assert clean == clean.strip()
    assert "  " not in clean
    assert not set(clean) & set("\n\r\v\f\u2028\u2029")
    assert clean_line(clean, limit=limit) == clean


@given(hostile, st.integers(1, 50))
def test_clean_text_is_harmless_short_and_stays_clean(text: str, limit: int) -> None:
    clean = clean_text(text, limit=limit)
    assert_harmless(clean, kept="\n")
    assert len(clean) <= limit
    assert "\n\n\n" not in clean
    assert clean_text(clean, limit=limit) == clean


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("new\nline.jpg", "new line.jpg"),
        (" leading and\ttrailing .jpg ", "leading and trailing .jpg"),
        ("\u202egpj.exe.jpg", "gpj.exe.jpg"),
        ("e\u0301_nfd.jpg", "é_nfd.jpg"),
        ("a\u200bb\ufeffc\u00add", "abcd"),
        ("flag \U0001f3f4\U000e0067\U000e0062\U000e007f", "flag \U0001f3f4"),
        ("family \U0001f468\u200d\U0001f469 \u2764\ufe0f", "family \U0001f468\u200d\U0001f469 \u2764\ufe0f"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u200d \u200c", ""),
        ("\ud83d alone", "\ufffd alone"),
        ("\x00\x1b[31mred", "[31mred"),
        ("", ""),
    ],
)
def test_clean_line_by_example(dirty: str, clean: str) -> None:
    assert clean_line(dirty, limit=100) == clean


def test_a_file_name_that_is_no_text_can_be_shown() -> None:
    assert clean_line(os.fsdecode(b"latin1_\xe9.jpg"), limit=100) == "latin1_\ufffd.jpg"


def test_a_cut_is_marked() -> None:
    assert clean_line("a long name", limit=7) == "a long…"
    assert clean_line("a long name", limit=8) == "a long…"
    assert clean_line("a long name", limit=11) == "a long name"
    with pytest.raises(ValueError, match="limit"):
        clean_line("x", limit=0)


def test_line_breaks_of_every_kind_are_kept_as_one() -> None:
    assert (
        clean_text("one\r\ntwo\rthree\u2028four\n\n\n\nfive  \n", limit=100)
        == "one\ntwo\nthree\nfour\n\nfive"
    )


def test_marks_piled_on_a_letter_are_few_and_cost_no_time() -> None:
    piled = "Z" + "\u0301\u0323" * 200_000
    assert len(clean_line(piled, limit=1000)) <= 1 + MOST_MARKS


@given(hostile)
def test_no_part_of_a_safe_cell_starts_a_formula(cell: str) -> None:
    safe = csv_safe(cell)
    assert_harmless(safe, kept="\t\n\r\v\f\x85")
    assert csv_safe(safe) == safe
    for delimiter in ";,|\t":
        written = io.StringIO()
        csv.writer(written, quoting=csv.QUOTE_ALL).writerow([safe])
        for row in csv.reader(io.StringIO(written.getvalue(), newline=""), delimiter=delimiter):
            for part in row:
                assert part.strip(" \t\r\n\v\f\u200c\u200d\ufe0f\ufe0e")[:1] not in FORMULA_STARTS


@given(hostile)
def test_a_safe_cell_only_gains_apostrophes(cell: str) -> None:
    safe = csv_safe(cell)
    added = iter(safe)
    base = clean = [character for character in safe if character != "'"]
    assert all(character in added for character in clean)
    assert [character for character in csv_safe("".join(base)) if character != "'"] == base


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("  @SUM(A1)", "'  @SUM(A1)"),
        ("＝1", "'＝1"),
        ("\u200b=1", "'=1"),
        ("a;=1", "a;'=1"),
        ("a, -b", "a,' -b"),
        ('say "=1"', 'say "\'=1"'),
        ("|cmd", "'|cmd"),
        ("a|=1", "a|'=1"),
        ("tab\t=1", "tab\t'=1"),
        ("line\n+1", "line\n'+1"),
        ("Jean-Claude, 50 %", "Jean-Claude, 50 %"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_csv_safe_by_example(cell: str, safe: str) -> None:
    assert csv_safe(cell) == safe


@given(hostile)
def test_a_name_key_is_its_own_key(text: str) -> None:
    key = name_key(text)
    assert name_key(key) == key
    assert key == " ".join(key.split())
    assert key == key.casefold()


@given(st.text("abcdeoué łøß", min_size=1, max_size=20))
def test_a_name_key_does_not_know_case_or_composition(text: str) -> None:
    assert name_key(text) == name_key(text.upper()) == name_key(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    "spellings",
    [
        ("Ursula von der Leyen", "ursula_von_der_leyen", "URSULA  von-der-Leyen", " Ursula von der\nLeyen "),
        ("Gerhard Schröder", "Gerhard Schroeder", "gerhard schroder"),
        ("Recep Tayyip Erdoğan", "Recep_Tayyip_Erdogan"),
        ("Işık", "Isik", "IŞIK", "işik"),
        ("Valéry Giscard d'Estaing", "Valery Giscard dEstaing", "Valéry Giscard d\u2019Estaing"),
        ("George W. Bush", "George_W_Bush"),
        ("Ľudovít Ódor", "Ludovit Odor"),
        ("Donald Tusk\u200d", "Donald\u00a0Tusk"),
        ("Jarosław Kaczyński", "Jaroslaw Kaczynski"),
        ("Mette Grønkjær", "Mette Groenkjaer", "Mette Gronkjar"),
        ("Κυριάκος Μητσοτάκης", "κυριακος μητσοτακης"),
    ],
)
def test_spellings_of_one_name_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({name_key(spelling) for spelling in spellings}) == 1


def test_different_names_have_different_keys() -> None:
    names = ("Giorgia Meloni", "Giorgio Meloni", "Meloni", "Olaf Scholz", "Ольга", "李雷", "123")
    assert len({name_key(name) for name in names}) == len(names)
    assert name_key("\U0001f4f7 --- _") == ""
