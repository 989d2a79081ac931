"""Answers to senders: every decision has its sentence in each language, and nobody undecided is answered."""

import csv
import json
import re
from io import StringIO
from pathlib import Path
from string import Formatter

import pytest
from filing import THRESHOLDS, Filing, digest

from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.deciding import decisions
from curator.engine.errors import CuratorError
from curator.engine.records import Arrival, Claim, Kind, Reason, SubmissionId, Verdict
from curator.engine.reports import (
    LANGUAGES,
    Delimiter,
    Form,
    Format,
    answerable,
    gather_answers,
    read_phrases,
    write_answers,
)
from curator.engine.reports.answers import MOST_NAMED
from curator.engine.resources import resources_dir

PAIRS = [
    (verdict, reason) for verdict in Verdict for reason in (None, *Reason) if answerable(verdict, reason)
]


def decide(catalogue: Catalogue, *ids: SubmissionId, verdict: Verdict, reason: Reason | None = None) -> None:
    decisions.decide(
        catalogue,
        ids,
        verdict=verdict,
        reason=reason,
        curator="Ann",
        thresholds=THRESHOLDS,
        note="inside only",
    )


def texts(catalogue: Catalogue, *, language: str = "en", named: bool = True) -> dict[str, str]:
    found = gather_answers(catalogue, language=language, named=named)
    return {", ".join(str(one.id) for one in answer.pictures): answer.text for answer in found}


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


# ---------------------------------------------------------------- the sentences


def test_every_answerable_decision_has_its_own_sentences_in_each_language() -> None:
    assert {verdict for verdict, _ in PAIRS} == {Verdict.APPROVED, Verdict.REJECTED, Verdict.WITHDRAWN}
    assert {reason for _, reason in PAIRS} == {None, *Reason} - {Reason.ASK}
    for language in LANGUAGES:
        phrases = read_phrases(language)
        for count in (1, 2):
            told = {
                (verdict, reason): phrases.decided(verdict, reason, kind=Kind.DEEPFAKE, count=count)
                for verdict, reason in PAIRS
                if verdict is not Verdict.APPROVED or reason is None
            }
            assert len(set(told.values())) == len(told)
            assert all(len(text) > 20 and text.endswith(".") for text in told.values())
        assert phrases.decided(Verdict.APPROVED, None, kind=Kind.PORTRAIT) != phrases.decided(
            Verdict.APPROVED, None, kind=Kind.DEEPFAKE
        )


def test_sentences_and_placeholders_agree_in_all_languages() -> None:
    every = {language: read_phrases(language).forms for language in LANGUAGES}
    for language, forms in every.items():
        assert forms.keys() == every["en"].keys(), language
        for name, (one, several) in forms.items():
            assert placeholders(one) == placeholders(several) == placeholders(every["en"][name][0]), name
            assert one.strip() == one != ""
            assert several.strip() == several != ""


def test_every_sentence_is_said() -> None:
    """One that nothing says would be corrected for nothing."""
    named = {verdict.value for verdict in Verdict} | {reason.value for reason in Reason}
    named |= {f"approved.{kind}" for kind in Kind}
    source = (Path(__file__).parents[2] / "curator/engine/reports/answers.py").read_text(encoding="utf-8")
    named |= set(re.findall(r'say\(\s*"(\w+)"', source))
    assert set(read_phrases("en").forms) <= named


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_of_the_program_is_given_as_a_reason(language: str) -> None:
    for one, several in read_phrases(language).forms.values():
        assert not re.search(r"\d|%", one + several)
    programs = (
        "distance",
        "distanza",
        "abstand",
        "threshold",
        "soglia",
        "schwelle",
        "seuil",
        "score",
        "match",
    )
    text = (resources_dir() / "answers" / f"{language}.json").read_text(encoding="utf-8").casefold()
    assert [word for word in programs if word in text] == []


def test_what_is_unsafe_is_told_without_reproach() -> None:
    text = read_phrases("en").decided(Verdict.REJECTED, Reason.UNSAFE, kind=Kind.DEEPFAKE)
    assert "no reproach" in text
    assert "unsafe" not in text


def test_a_language_without_sentences_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CuratorError, match=r"not written in “nl”. Choose one of: en, it, de, fr"):
        read_phrases("nl")
    for damaged in ("", "[]", '{"a": 1}', '{"a": []}'):
        (tmp_path / "en.json").write_text(damaged, encoding="utf-8")
        with pytest.raises(CuratorError, match=r"en\.json of Curator is missing or damaged"):
            read_phrases("en", folder=tmp_path)


# ---------------------------------------------------------------- who is answered


def test_whoever_sent_several_pictures_gets_one_text(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.waiting(name="cat.jpg", sender="Anna  Berg")
    other = filing.waiting(name="group.jpg", sender="anna berg")
    third = filing.waiting(name="third.jpg", sender="Anna Berg")
    else_ = filing.waiting(name="else.jpg", sender="Bo")
    decide(catalogue, one, third, verdict=Verdict.REJECTED, reason=Reason.NO_FACE)
    decide(catalogue, other, verdict=Verdict.REJECTED, reason=Reason.SEVERAL_FACES)
    decide(catalogue, else_, verdict=Verdict.APPROVED)
    told = texts(catalogue)
    assert list(told) == [f"{one}, {other}, {third}", f"{else_}"]
    anna = told[f"{one}, {other}, {third}"]
    assert anna.startswith("Hello Anna Berg,\n\nthank you for the pictures that you sent us.")
    assert "“cat.jpg”, “third.jpg”:\nWe are not going to use these pictures. We could not find a face" in anna
    assert "“group.jpg”:\nWe are not going to use this picture. It shows more than one face" in anna
    assert anna.endswith("\n\nKind regards\nThe campaign")
    assert "marked as a deepfake" in told[f"{else_}"]
    assert "inside only" not in "".join(told.values())


def test_what_is_not_decided_is_not_answered(catalogue: Catalogue, filing: Filing) -> None:
    filing.waiting(sender="Anna")
    skipped, asked, undone, taken = (filing.waiting(sender="Anna") for _ in range(4))
    decide(catalogue, skipped, verdict=Verdict.SKIPPED)
    decide(catalogue, asked, verdict=Verdict.SKIPPED, reason=Reason.ASK)
    decide(catalogue, taken, verdict=Verdict.APPROVED)
    decide(catalogue, taken, verdict=Verdict.WITHDRAWN, reason=Reason.REQUESTED)
    decide(catalogue, undone, verdict=Verdict.APPROVED)
    decisions.undo(catalogue, curator="Ann")
    told = texts(catalogue)
    assert list(told) == [f"{taken}"]
    assert "do not use it any more. We were asked to take it down." in told[f"{taken}"]
    nothing = SubmissionFilter(verdicts=frozenset({Verdict.UNDECIDED, Verdict.SKIPPED}))
    assert gather_answers(catalogue, language="en", wanted=nothing, named=True) == ()


def test_strangers_are_not_taken_for_one_another(catalogue: Catalogue, filing: Filing) -> None:
    first, second = filing.waiting(sender=""), filing.waiting(sender="\u202e ")
    decide(catalogue, first, second, verdict=Verdict.APPROVED)
    assert list(texts(catalogue)) == [f"{first}", f"{second}"]
    assert all(text.startswith("Hello,\n") for text in texts(catalogue).values())


def test_each_who_sent_the_same_picture_knows_it_by_their_own_name_for_it(
    catalogue: Catalogue, filing: Filing
) -> None:
    one = filing.waiting(name="mine.jpg", sender="Anna", file=digest("the same"))
    with catalogue.writing():
        for name in ("yours.jpg", "again.jpg"):
            catalogue.submissions.receive(
                Arrival(digest("the same"), 1, name, "a table", Kind.DEEPFAKE, Claim(), "", "Bo"),
                claimed_id=None,
            )
    decide(catalogue, one, verdict=Verdict.APPROVED)
    anna, bo = gather_answers(catalogue, language="en", named=True)
    assert ("mine.jpg" in anna.text, "yours.jpg" in anna.text) == (True, False)
    assert ("mine.jpg" in bo.text, "yours.jpg" in bo.text, "again.jpg" in bo.text) == (False, True, False)


def test_names_are_left_out_unless_asked_for(catalogue: Catalogue, filing: Filing, tmp_path: Path) -> None:
    one = filing.waiting(name="cat.jpg", sender="Anna")
    decide(catalogue, one, verdict=Verdict.APPROVED)
    for ending, format_ in (("csv", Format.CSV), ("jsonl", Format.JSON_LINES), ("txt", Format.TEXT)):
        for asked in (False, True):
            path = tmp_path / f"{asked}.{ending}"
            form = Form(path=path, format=format_, senders=asked)
            assert write_answers(catalogue, form, language="en") is not None
            text = path.read_text(encoding="utf-8")
            assert ("Anna" in text, "cat.jpg" in text, "internal" in text) == (asked, asked, asked)
            assert (f"Picture {one}:" in text) is not asked


def test_submissions_are_counted_in_the_line_for_curators(
    catalogue: Catalogue, filing: Filing, tmp_path: Path
) -> None:
    one, *two = (filing.waiting(name=f"{number}.jpg", sender="Anna"[number:]) for number in (0, 1, 1))
    decide(catalogue, one, *two, verdict=Verdict.APPROVED)
    heads = []
    for senders in (False, True):
        form = Form(path=tmp_path / f"{senders}.txt", format=Format.TEXT, senders=senders)
        assert write_answers(catalogue, form, language="en") is not None
        heads += re.findall(r"^\[(.*)\]$", form.path.read_text(encoding="utf-8"), re.MULTILINE)
    assert heads == [
        f"Answer 1, about submission {one}",
        f"Answer 2, about submissions {two[0]}, {two[1]}",
        f"To Anna (internal), about submission {one}",
        f"To nna (internal), about submissions {two[0]}, {two[1]}",
    ]


def test_many_pictures_of_one_outcome_fit_a_cell(
    catalogue: Catalogue, filing: Filing, tmp_path: Path
) -> None:
    ids = [filing.waiting(name=f"{'long ' * 30}{n}.jpg", sender="Anna") for n in range(MOST_NAMED + 5)]
    decide(catalogue, *ids, verdict=Verdict.REJECTED, reason=Reason.DUPLICATE)
    path = tmp_path / "a.csv"
    assert write_answers(catalogue, Form(path=path, senders=True), language="de") is not None
    (row,) = csv.DictReader(StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
    assert len(row["Text"]) < 32_767
    assert " und 5 weitere:" in row["Text"]
    assert row["Pictures"] == str(len(ids))


def test_hostile_names_are_text_in_every_format(catalogue: Catalogue, filing: Filing, tmp_path: Path) -> None:
    name = "{sender}<img src=x>\n=cmd|'/c x'!A1\u202e"
    decide(catalogue, filing.waiting(name=name, sender=name), verdict=Verdict.APPROVED)
    for delimiter in Delimiter:
        path = tmp_path / f"{delimiter}.csv"
        form = Form(path=path, delimiter=delimiter, senders=True)
        assert write_answers(catalogue, form, language="fr") is not None
    path = tmp_path / "a.jsonl"
    assert (
        write_answers(catalogue, Form(path=path, format=Format.JSON_LINES, senders=True), language="fr")
        is not None
    )
    line = path.read_text(encoding="utf-8")
    assert "<" not in line
    told = json.loads(line)
    assert "Bonjour {sender}<img src=x> =cmd|'/c x'!A1," in told["text"]
    assert told["submissions"] == [{"id": 1, "verdict": "approved", "reason": None}]
    assert told["internal"]["sender"] == "{sender}<img src=x> =cmd|'/c x'!A1"


def test_a_filter_chooses_among_the_decided(catalogue: Catalogue, filing: Filing) -> None:
    one, other = filing.waiting(sender="Anna"), filing.waiting(sender="Anna")
    decide(catalogue, one, verdict=Verdict.APPROVED)
    decide(catalogue, other, verdict=Verdict.REJECTED, reason=Reason.OTHER)
    rejected = SubmissionFilter(verdicts=frozenset({Verdict.REJECTED, Verdict.UNDECIDED}))
    (answer,) = gather_answers(catalogue, language="en", wanted=rejected, named=True)
    assert [picture.id for picture in answer.pictures] == [other]
