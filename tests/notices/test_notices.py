"""Every edition beside its notice: numbers counted by script, names and titles in order, wordings and dates.

The notices are not part of the repository; without them these tests are skipped.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from tests.notices import reading
from tests.notices.numbers import NUMBERS, Numbers
from tests.notices.reading import plain

MISPRINTS = {"自治自区应急管理厅": "自治区应急管理厅"}
"""Names that a notice prints wrongly, with what we write instead; each is told in `source_notes`."""


@pytest.fixture
def texts(catalog, edition) -> str:
    """Everything that editors wrote for the edition, as one text."""
    branch = edition.split("/")[0]
    documents = [
        document
        for (_, key), document in catalog.sources.items()
        if key in (edition, branch) or key.startswith(f"{edition}/")
    ]
    return "\n".join(f"{document.data}\n{document.body}" for document in documents)


# Numbers


def test_table_of_numbers_is_counted_from_the_notice(edition, notice):
    tracks, whole = reading.quotas(notice)
    awards = sum(sum(track.values()) for track in tracks) + sum(whole.values())
    rubrics = reading.rubrics(notice)
    points = [[indicator.points for indicator in rubric if indicator.points] for rubric in rubrics]
    groups = Counter(topic.group for track in notice.tracks for topic in track.topics if topic.group)
    days, unit = reading.publicity(notice)
    counted = Numbers(
        topics=tuple(len(track.topics) for track in notice.tracks),
        groups=tuple(groups.items()),
        phases=len(reading.phases(notice)),
        organisers={role: len(bodies) for role, bodies in reading.organisers(notice).items()},
        per_track=tuple(tuple(track.values()) for track in tracks if track),
        per_edition=whole,
        awards=awards or None,
        cash=reading.cash(notice),
        special=len(reading.special(notice)),
        indicators=tuple(map(len, rubrics)),
        points=tuple(sum(each) if each else None for each in points),
        finals=reading.finals(notice),
        publicity=(days, unit),
        representatives=int(notice.one(r"参赛代表人数不超过(\d+)人")[1]),
        panels=reading.panels(notice),
        phones=len(reading.landlines(notice.text)),
        emails=len(reading.emails(notice.text)),
    )
    assert counted == NUMBERS[edition]


def test_numbers_that_the_notice_tells_itself(edition, notice):
    told = {
        "liaoning/2026": r"等(?P<tracks>11)个赛道、(?P<topics>115)个赛题",
        "ningxia/2026": r"拟设置(?P<professional>7)个专业赛道与(?P<open>1)个开放性创新赛道",
        "guangdong/2026": r"等(?P<industry>16)个行业赛道和数据基础设施等1个专业赛道,共(?P<tracks>17)个赛道",
        "xinjiang/2025": r"对应设置(?P<industry>13)个赛道",
        "national/2025": r"对应设置(?P<industry>13)个赛道",
    }
    notice.one(told[edition])


def test_recommendations_of_branches_to_the_national_finals(catalog):
    if not reading.FOLDER.is_dir():
        pytest.skip("the notices (../shared/notices) are not beside the repository")
    notice = reading.Notice("national/2025")
    found = notice.one(r"地方分赛推荐数量不超过(\d+)个\(其中中小企业比例不少于(\d+)%\)")
    other = notice.one(r"每个赛事推荐优秀项目不超过(\d+)个")
    finals = catalog.editions["national/2025"].finals
    assert (finals.quota, finals.at_most, finals.scope) == (int(found[1]), True, "each-branch")
    assert finals.sme_min_share == int(found[2]) / 100
    assert finals.others_at_most == int(other[1])


# Tracks and topics


def test_tracks_in_order(exported, notice):
    assert [(track["number"], track["name"]) for track in exported["tracks"]] == [
        (track.number, track.name) for track in notice.tracks
    ]


def test_topics_in_order(exported, notice):
    for track, printed in zip(exported["tracks"], notice.tracks, strict=True):
        assert [plain(topic["title"]) for topic in track["topics"]] == [topic.title for topic in printed.topics]
        assert [topic["group"] for topic in track["topics"]] == [topic.group for topic in printed.topics]


def test_titles_are_typed_as_chinese_is(exported):
    for title in (topic["title"] for track in exported["tracks"] for topic in track["topics"]):
        assert not re.search(r"[,:;()!?\"']|[０-９Ａ-Ｚａ-ｚ]|\s", title), title


def test_misprinted_numbers_of_topics_are_kept(catalog, edition, notice):
    for track, printed in zip(catalog.tracks_of(edition), notice.tracks, strict=True):
        for topic, heading in zip(track.topics, printed.topics, strict=True):
            expected = None if heading.number == topic.place else f"（{reading.NUMERALS[heading.number]}）"
            assert topic.label == expected, topic.title


def test_guiding_units_of_tracks(exported, notice):
    for track, printed in zip(exported["tracks"], notice.tracks, strict=True):
        units = [MISPRINTS.get(unit, unit) for unit in printed.guiding_units]
        assert [plain(unit) for unit in track["guiding_units"]] == units, track["name"]


def test_guiding_units_of_topics(exported, notice):
    for track, printed in zip(exported["tracks"], notice.tracks, strict=True):
        for topic, heading in zip(track["topics"], printed.topics, strict=True):
            assert tuple(topic["guiding_units"]) == heading.units, topic["title"]


def test_only_ningxia_tells_guiding_units_of_topics(edition, notice):
    told = sum(bool(topic.units) for track in notice.tracks for topic in track.topics)
    assert told == (22 if edition == "ningxia/2026" else 0)


def test_misprints_are_told(catalog, notice, edition):
    notes = " ".join(note.note for note in catalog.editions[edition].source_notes)
    for misprint in MISPRINTS:
        assert (misprint in notice.plain) == (misprint in notes)


# Bodies, offices, dates


def test_organisers_in_order(catalog, edition, notice):
    bodies = catalog.editions[edition].organisers
    for role, names in reading.organisers(notice).items():
        assert [plain(name) for name in getattr(bodies, role)] == list(names), role


def test_names_occur_in_the_notice(catalog, edition, exported, notice):
    record = catalog.editions[edition]
    names = [
        record.name,
        record.theme,
        *(name for _, names in record.organisers.roles() for name in names),
        *(panel.name for panel in catalog.judging[edition].panels),
    ]
    names += [unit for track in exported["tracks"] for unit in track["guiding_units"]]
    names += [part for item in record.submission[:1] for part in item.parts]
    names += [*(item.item for item in record.submission), *record.case_outline]
    names += [benefit.name for benefit in record.benefits if not benefit.name.endswith("特别支持")]
    missing = [name for name in names if plain(name) not in notice.plain]
    assert missing == []


def test_names_of_awards(exported, notice):
    assert tuple(exported["awards"]["special"]) == reading.special(notice)
    for level in exported["awards"]["levels"]:
        assert level in notice.plain or (level[0] in "一二三" and re.search("一、?二、?三等奖", notice.plain)), level


def test_number_date_and_title_of_the_document(catalog, edition, notice):
    document = catalog.editions[edition].document
    if edition == "xinjiang/2025":  # its beginning and its end are missing
        assert (document.number, document.title, document.issued) == (None, None, None)
        return
    assert document.number is None or plain(document.number) in notice.plain
    assert (document.number is None) == (edition == "ningxia/2026")
    assert f"{document.issued:%Y}年{document.issued.month}月{document.issued.day}日" in notice.plain
    source = reading.Notice("xinjiang/2025") if edition == "national/2025" else notice  # the only place of its title
    assert plain(document.title) in source.plain


def test_all_offices_are_given_and_nothing_else(exported, notice):
    phones = [contact["phone"] for contact in exported["contacts"] if contact["phone"]]
    assert sorted(phones) == sorted(reading.landlines(notice.text))
    mails = [contact["email"] for contact in exported["contacts"] if contact["email"]]
    assert sorted(mails) == sorted(reading.emails(notice.text))
    assert [exported["registration_url"]] == (sorted(reading.urls(notice.text)) or [None])


def test_no_private_persons_and_no_mobile_numbers(texts, notice):
    persons = reading.persons(notice.text)
    assert persons
    assert [name for name in persons if name in texts] == []
    assert [number for number in reading.mobiles(notice.text) if number in texts] == []
    assert reading.mobiles(texts) == set()


def test_phases_and_their_dates(exported, edition, notice):
    year = int(edition.split("/")[1])
    for phase, (name, wording) in zip(exported["timeline"], reading.phases(notice), strict=True):
        assert name is None or phase["name"] == name
        assert plain(phase["text"]) == wording
        start, end = reading.span_of(wording, year)
        days = tuple(moment and moment[:10] for moment in (phase["start"], phase["end"]))
        assert days == (_text(start), _text(end)), wording
        assert (phase["approximate"] == "half-day") == wording.endswith(("上午", "下午"))
        exact = re.sub(r"\d+月\d+日", "", wording) in ("", "-", "至", "前")
        assert (phase["approximate"] is None) == exact, wording


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def test_registration(catalog, edition, notice):
    registration = catalog.editions[edition].registration
    if edition == "national/2025":
        assert registration.model_dump(exclude_none=True) == {}
        return
    assert registration.text is not None
    assert plain(registration.text) in notice.plain
    start, end = reading.span_of(plain(registration.text), int(edition.split("/")[1]))
    vague = not re.match(r"\d+月\d+日", registration.text)
    assert registration.opens == (None if vague else start)
    assert registration.closes == (end if registration.text.endswith("日") else None)


def test_indicators_points_and_focus(catalog, edition, exported, notice):
    tables = reading.rubrics(notice)
    assert len(exported["judging"]) == len(tables)
    for rubric, record, table in zip(exported["judging"], catalog.judging[edition].rubrics, tables, strict=True):
        assert plain(rubric["name"]) in notice.plain
        leaves = [leaf for top in record.indicators for leaf in top.leaves()]
        for indicator, leaf, printed in zip(rubric["indicators"], leaves, table, strict=True):
            assert tuple(map(plain, indicator["path"])) == printed.path
            assert indicator["points"] == printed.points
            assert plain("、".join(leaf.focus)) == printed.focus.removesuffix("等"), printed.path


# Our own words

ALLOWED = {
    "《关于举办2026年“数据要素×”大赛的通知》（国数政策〔2026〕18号）": "title and number of a document",
    "黄河流域生态保护和高质量发展先行区": "name of a national pilot zone",
    "新疆维吾尔自治区数字化发展试点示范项目储备库": "name of a pool of projects",
    "数据治理、人工智能、场景应用、数据交易、数据安全": "list of fields, quoted in a source note",
    "工业制造、现代农业、金融服务、医疗健康与中医药、医疗保障、城市治理、应急管理与气象服务": "names of tracks",
}
"""What may stand as in a notice although it is longer, and why; names that are facts of the edition come on top."""

RUN = 16
"""So many Chinese characters in a row are no accident."""


def prose(catalog, edition):
    """Every field that is written in our own words, with its place."""
    record = catalog.editions[edition]
    yield "summary", record.summary
    for name in ("goals", "eligibility", "project_requirements"):
        yield from ((name, text) for text in getattr(record, name))
    yield from (("organisers", text) for text in record.organisers.notes)
    yield from ((f"benefit {each.name}", each.text) for each in record.benefits)
    yield from ((f"rule {each.name}", each.text) for each in record.rules)
    yield from ((f"source note {each.place}", each.note) for each in record.source_notes)
    yield from ((f"phase {each.name}", each.description) for each in catalog.timelines[edition].phases)
    awards, judging = catalog.awards[edition], catalog.judging[edition]
    yield from (("awards", text) for text in awards.notes)
    yield from ((each.name, each.rule) for each in awards.special)
    yield from (("judging", text) for text in judging.notes)
    yield from ((each.name, each.text) for each in (*judging.stages, *judging.panels))
    tops = [top for rubric in judging.rubrics for top in rubric.indicators]
    yield from ((leaf.name, leaf.note) for top in tops for leaf in top.leaves())
    for track in catalog.tracks_of(edition):
        yield f"track {track.slug}", track.introduction
        yield from ((f"{track.slug}#{topic.id}", topic.summary) for topic in track.topics)
    for page in (*catalog.pages_of(edition), *catalog.notices_of(edition)):
        yield from ((f"page {page.slug}", text) for text in (page.summary, page.body))
    yield "branch", catalog.branches[record.branch].profile


def names_of(catalog, edition):
    """Names and titles that are facts: they must be as in the notice."""
    record = catalog.editions[edition]
    tracks = catalog.tracks_of(edition)
    yield from (
        record.name,
        record.document.title,
        record.document.issuer,
        *(name for _, names in record.organisers.roles() for name in names),
    )
    yield from (unit for track in tracks for unit in track.guiding_units)
    yield from (topic.title for track in tracks for topic in track.topics)


def longest_first(names: set[str | None]) -> list[str]:
    """A name that holds another is looked for before it."""
    return sorted(filter(None, names), key=lambda name: (-len(name), name))


def chinese(text: str) -> str:
    """The Chinese characters alone: neither punctuation nor quotes nor figures hide a copied run."""
    return re.sub(r"[^\u4e00-\u9fff]", "", text)


def copied(text: str, names: list[str], runs: set[str]) -> list[str]:
    """The runs of a text that stand in a notice; sentences are looked at one by one, without names."""
    for name in names:
        text = text.replace(name, "\n")
    pieces = map(chinese, re.split(r"[。；：！？\n]", text))
    return [
        piece[at : at + RUN] for piece in pieces for at in range(len(piece) - RUN + 1) if piece[at : at + RUN] in runs
    ]


@pytest.fixture(scope="session")
def runs() -> set[str]:
    """Every run of that many Chinese characters in any notice: our words are not another branch's either."""
    if not reading.FOLDER.is_dir():
        pytest.skip("the notices (../shared/notices) are not beside the repository")
    texts = [chinese(reading.Notice(each).text) for each in NUMBERS]
    return {text[at : at + RUN] for text in texts for at in range(len(text) - RUN + 1)}


def test_our_words_are_our_own(catalog, edition, runs):
    names = longest_first({*names_of(catalog, edition), *ALLOWED})
    found = {place: hits for place, text in prose(catalog, edition) if text and (hits := copied(text, names, runs))}
    assert found == {}


def test_every_allowance_is_needed(catalog, runs):
    for allowed in ALLOWED:
        found = []
        for edition in NUMBERS:
            names = longest_first({*names_of(catalog, edition), *ALLOWED} - {allowed})
            found += [text for _, text in prose(catalog, edition) if text and copied(text, names, runs)]
        assert found, allowed


def test_a_copied_sentence_is_found(runs):
    sentence = "每个参赛团队只能提交1个参赛项目，每个参赛团队的参赛代表人数不超过5人"
    assert copied(sentence, [], runs)
    assert not copied("一个团队只报1个项目，参赛代表至多5人。", [], runs)
