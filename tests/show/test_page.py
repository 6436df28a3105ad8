"""The page: every mark there, every link with an end, nothing of the article alive."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.show import words
from dragoman.show.page import page
from dragoman.things import Article, Mention, Note, Record, Span

VOID = {"meta", "link", "br"}


class Read(HTMLParser):
    """What a browser would make of the page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.inside: dict[str, str] = {}
        self.text = ""
        self._open: list[tuple[str, str | None, bool]] = []
        self.feed(html)
        self.close()
        assert not self._open, f"never closed: {self._open}"

    def handle_starttag(self, tag, attrs):
        given = {k: v or "" for k, v in attrs}
        self.tags.append(tag)
        self.attributes += [(tag, k, v) for k, v in given.items()]
        assert not (tag == "a" and any(t == "a" for t, _, _ in self._open)), "a link inside a link"
        if "id" in given:
            assert given["id"] not in self.inside, f"id given twice: {given['id']}"
            self.inside[given["id"]] = ""
        if tag not in VOID:
            number = "number" in given.get("class", "").split()
            self._open.append((tag, given.get("id"), number or tag in ("style", "title")))

    def handle_endtag(self, tag):
        assert self._open and self._open[-1][0] == tag, f"</{tag}> closes {self._open[-1:]}"
        self._open.pop()

    def handle_data(self, data):
        if any(hidden for _, _, hidden in self._open):
            return
        self.text += data
        for _, anchor, _ in self._open:
            if anchor:
                self.inside[anchor] += data

    def links(self, tag: str = "a") -> list[str]:
        return [v for t, k, v in self.attributes if t == tag and k == "href"]

    def ends(self) -> set[str]:
        return {link[1:] for link in self.links() if link.startswith("#")}


def section(html: str, name: str) -> str:
    return html[html.index(f'<section class="{name}"') :].split("</section>")[0] + "</section>"


def test_every_mark_stands_on_its_words(record):
    text, read = record.article.text, Read(page([record]))
    for number, report in enumerate(record.reports, 1):
        assert read.inside[f"a1-r{number}-w"] == report.trigger.of(text)
        assert read.inside[f"a1-r{number}-c"] == report.span.of(text)
    assert read.inside["a1-s1-w"] == "We did not spy,"
    assert read.inside["a1-s1-q"] == "said"
    assert read.inside["a1-t1-w"] == "Monday"
    assert read.inside["a1-x1-w"] == "The lake is deep in Peru."
    assert read.inside["a1-r1-p"] == "Lima"
    named = {read.inside[a] for a in read.inside if re.fullmatch(r"a1-n\d+-w\d+", a)}
    assert named == {m.text for m in record.mentions}


def test_words_over_two_paragraphs_stay_marked_in_both(record):
    shown = section(page([record]), "text")
    assert shown.count('class="said"') == 3
    assert '<p dir="auto"><span class="said">And soon.</span>”' in shown


def test_the_text_is_whole_and_unchanged(record):
    html = page([record])
    shown = Read(section(html, "text")).text
    assert "".join(shown.split()) == "".join(record.article.text.split())


def test_no_link_dangles_and_no_anchor_is_given_twice(record):
    read = Read(page([record, record, replace(record, reports=(), notes=())]))
    assert read.ends() <= set(read.inside)
    assert {"a1", "a2", "a3", "a2-r1-w", "a2-r1"} <= read.ends()


def test_every_entry_leads_to_its_words_and_they_lead_back(record):
    html = page([record])
    out, back = Read(section(html, "entries")).ends(), Read(section(html, "text")).ends()
    for entry in ("a1-r1", "a1-r2", "a1-s1", "a1-s2", "a1-x1", "a1-t1"):
        assert f"{entry}-w" in out and entry in back
    for number in range(1, 6):
        assert f"a1-n{number}-w1" in out and f"a1-n{number}" in back


@st.composite
def disorder(draw, made: Record):
    """A record like `made`, its marks nesting and crossing as they will, its text full of HTML signs."""
    text = draw(st.text(alphabet="ab <>&\"'\n\u202e\x1b", min_size=1, max_size=40))
    ends = st.integers(0, len(text))
    spans = st.tuples(ends, ends).map(lambda ab: Span(min(ab), max(ab)))
    parties = [Mention(s, s.of(text), name=s.of(text)[:1]) for s in draw(st.lists(spans, max_size=4))]
    reports = [
        replace(
            made.reports[0],
            trigger=a,
            span=b,
            actors=tuple(parties[:1]),
            happened=None,
            place=None,
            said_by=(),
        )
        for a, b in draw(st.lists(st.tuples(spans, spans), max_size=3))
    ]
    statements = [
        replace(made.statements[0], words=a, cue=b, speaker=Mention(None, None))
        for a, b in draw(st.lists(st.tuples(spans, spans), max_size=3))
    ]
    times = [replace(made.times[0], span=s) for s in draw(st.lists(spans, max_size=2))]
    notes = [Note("uncoded", "Why.", s) for s in draw(st.lists(spans, max_size=2))]
    article = Article("a", text, "0" * 64, tuple(sorted(draw(st.lists(spans, max_size=2)))))
    sentences = (Span(0, len(text)),)
    return Record(article, sentences, *map(tuple, (parties, times, reports, statements, notes)))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_the_marks_the_page_is_sound_and_each_stands_on_its_words(record, data):
    record = data.draw(disorder(record))
    read, text = Read(page([record])), record.article.text
    assert read.ends() <= set(read.inside)
    marked = {f"a1-r{n}-w": r.trigger for n, r in enumerate(record.reports, 1)}
    marked |= {f"a1-r{n}-c": r.span for n, r in enumerate(record.reports, 1)}
    marked |= {f"a1-s{n}-w": s.words for n, s in enumerate(record.statements, 1)}
    marked |= {f"a1-t{n}-w": t.span for n, t in enumerate(record.times, 1)}
    marked |= {f"a1-x{n}-w": t.span for n, t in enumerate(record.notes, 1)}
    for anchor, span in marked.items():
        assert anchor in read.inside
        shown = "".join(read.inside[anchor].split())
        # A mark that another one or a paragraph cuts goes on after it, without its anchor.
        assert "".join(words.visible(span.of(text)).split()).startswith(shown)


def test_a_party_that_is_understood_leads_to_its_name(record):
    card = page([record]).split('id="a1-r2"')[1].split("</li>")[0]
    assert '<a class="party" href="#a1-n3" title="understood from an earlier sentence">' in card


def test_a_party_that_nobody_names_is_plain_words(record):
    report = replace(record.reports[1], actors=(Mention(None, None, "zzz", "Zed", "BOL"),), recipients=())
    html = page([replace(record, reports=(report,))])
    assert '<span class="party" title="understood from an earlier sentence"><bdi>Zed</bdi>' in html


def test_the_class_is_told_by_colour_and_word(record):
    card = page([record]).split('id="a1-r1"')[1].split("</li>")[0]
    assert 'class="class q4"' in card and "material conflict" in card
    assert "−6.0" in card and "0.91" in card and "“Monday”" in card and "diplomatic" in card


@pytest.mark.parametrize(
    "attack", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</style>"]
)
def test_what_is_alive_in_the_article_comes_out_inert(record, attack):
    plain = Read(page([record]))
    a = record.article
    text = attack + a.text[len(attack) :]
    article = replace(a, text=text, title=attack, publisher=attack, url=attack, language='"x', wire=attack)
    evil = Mention(Span(0, len(attack)), attack, attack, attack, attack, attack, attack, (attack,))
    statement = replace(record.statements[0], speaker=evil, kind=attack, id=attack)
    report = replace(record.reports[0], id=attack, mode=attack, contexts=(attack,), actors=(evil,))
    notes = (Note(attack, attack),)
    read = Read(
        page([replace(record, article=article, statements=(statement,), notes=notes, reports=(report,))])
    )
    assert "script" not in read.tags and "img" not in read.tags
    assert read.tags.count("style") == plain.tags.count("style") == 1
    assert not [k for _, k, _ in read.attributes if k.startswith("on") or k in ("style", "src")]
    assert attack in read.text


def test_an_address_is_a_link_only_where_it_is_of_the_web(record):
    def linked(url: str) -> bool:
        return url in Read(page([replace(record, article=replace(record.article, url=url))])).links()

    assert linked("https://example.org/a?b=1&c=2")
    assert not linked("javascript:alert(1)")
    assert not linked("data:text/html,x")


def test_nothing_is_asked_of_the_network_and_no_script_may_run(record):
    html = page([record])
    read = Read(html)
    (policy,) = [v for t, k, v in read.attributes if (t, k) == ("meta", "content") and "default-src" in v]
    style = html.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert "default-src 'none'" in policy and "script-src 'none'" in policy
    assert f"style-src 'sha256-{digest}'" in policy
    assert "url(" not in style and "@import" not in style and "//" not in html
    assert [v for t, k, v in read.attributes if t == "link" and k == "href"] == ["data:,"]


def test_control_characters_and_turned_text_are_shown_as_signs(record):
    text = "a\x00b\x1b[31m\u202ec\x85\ud800d\x08" + record.article.text[13:]
    html = page([replace(record, article=replace(record.article, text=text, title="\u202egpj.exe"))])
    html.encode("utf-8")
    assert "a␀b␛[31m�c��d␈" in html
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)


def test_text_from_right_to_left_keeps_to_itself(record):
    html = page([Record(replace(record.article, text="قال الوزير", language="ar", story=(), title="خبر"))])
    assert 'lang="ar"' in html and '<p dir="auto">قال الوزير</p>' in html and "<bdi>خبر</bdi>" in html


def test_several_records_have_an_index_and_one_has_none(record):
    assert 'class="index"' not in page([record])
    html = page([record, replace(record, article=replace(record.article, title=None))])
    index = html.split('class="index"')[1].split("</nav>")[0]
    assert Read(index.split(">", 1)[1]).links() == ["#a1", "#a2"]
    assert "Envoys leave" in index and "untitled" in index and "2 reports" in index


def test_no_record_and_an_empty_record_say_so(record):
    assert "No article was read" in page([])
    html = page([Record(replace(record.article, text="", story=()))])
    assert "No event of the sixteen types" in html and Read(html).ends() <= set(Read(html).inside)


def test_what_is_not_of_the_story_is_drawn_apart(record):
    assert '<span class="aside">Listen to our hourly news.</span>' in page([record])


def test_the_same_records_give_the_same_page(record):
    assert page([record, record]) == page([record, record])


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2, of two colours written #rrggbb."""

    def light(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1])
def test_all_words_can_be_read_on_all_their_grounds(record, theme):
    style = page([record]).split("<style>")[1]
    block = re.findall(r":root \{(.*?)\}", style, re.S)[theme]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
    assert len(colours) >= 17
    grounds = ("paper", "card", "said", "lit")
    for ink in ("ink", "link", "q1", "q2", "q3", "q4", "quiet", "time"):
        own = (f"{ink}-wash",) if f"{ink}-wash" in colours else ()
        for ground in (*grounds[: 4 if ink == "ink" else 3], *own):
            assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
    for wash in ("q1-wash", "q2-wash", "q3-wash", "q4-wash"):
        assert contrast(colours["quiet"], colours[wash]) >= 4.5, wash
