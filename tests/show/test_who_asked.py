"""`dragoman who`: states, bodies, groups, persons and offices, on a day or ever, with the rows behind them."""

import json
from datetime import date

import pytest

from dragoman.show import who as command


@pytest.fixture
def ask(program):
    def ask(*words: str) -> dict:
        ran = program("who", *words, "--json")
        assert (ran.code, ran.err) == (0, "")
        return json.loads(ran.out)

    return ask


def test_a_person_has_all_offices_and_those_of_the_day(ask):
    (person,) = ask("Sergey Lavrov", "--on", "2010-05-05")["people"]
    assert (person["id"], person["name"]) == ("sergey-lavrov", "Sergey Lavrov")
    holds = [row for row in person["rows"] if row["holds"]]
    assert [(row["office"], row["country"], row["sector"]) for row in holds] == [
        ("foreign minister", "RUS", "GOV")
    ]
    assert holds[0]["first"] == "2004-03-09" and holds[0]["origin"]
    assert len(person["rows"]) > 1
    assert not any(row["holds"] for row in ask("Sergey Lavrov")["people"][0]["rows"])


@pytest.mark.parametrize(
    ("words", "day", "name"),
    [
        ("President Bush", "1991-02-01", "George H.W. Bush"),
        ("President Bush", "2005-02-01", "George W. Bush"),
        ("Bush", "2005-02-01", "George W. Bush"),
        ("chavez", "2005-02-01", "Hugo Chavez"),
    ],
)
def test_of_several_of_a_name_whoever_is_in_office_goes_first(ask, words, day, name):
    people = ask(words, "--on", day)["people"]
    assert people[0]["name"] == name
    assert any(row["holds"] for row in people[0]["rows"])


@pytest.mark.parametrize(
    ("words", "day", "name"),
    [
        ("the foreign minister of Iran", "2009-01-01", "Manouchehr Mottaki"),
        ("Iran's foreign minister", "2009-01-01", "Manouchehr Mottaki"),
        ("Iranian foreign minister", "2009-01-01", "Manouchehr Mottaki"),
        ("Who was the president of France?", "1996-01-01", "Jacques Chirac"),
        ("French president", "2010-01-01", "Nicolas Sarkozy"),
        ("prime minister of the United Kingdom", "1985-01-01", "Margaret Thatcher"),
        ("UN secretary-general", "2005-01-01", "Kofi Annan"),
        ("Secretary-General of the United Nations", "2005-01-01", "Kofi Annan"),
        ("president of the European Council", "2012-01-01", "Herman Van Rompuy"),
        ("secretary general of NATO", "2023-01-01", "Jens Stoltenberg"),
        ("US ambassador to Peru", "2022-01-01", "Lisa Kenna"),
    ],
)
def test_an_office_has_its_holder_of_the_day(ask, words, day, name):
    answer = ask(words, "--on", day)
    assert [row["name"] for row in answer["held"]] == [name]
    assert all(row["first"] <= day and (row["last"] or day) >= day for row in answer["held"])
    assert answer["on"] == day and answer["office"]


def test_without_a_day_all_holders_come_in_their_order(ask):
    held = ask("president of France")["held"]
    names = [row["name"] for row in held]
    assert names.index("Jacques Chirac") < names.index("Nicolas Sarkozy") < names.index("Emmanuel Macron")
    assert [row["first"] for row in held] == sorted(row["first"] for row in held)


def test_where_nobody_held_it_on_the_day_who_did_before_and_after_is_told(ask):
    answer = ask("president of South Sudan", "--on", "1960-01-01")
    assert (answer["held"], [row["name"] for row in answer["nearest"]]) == ([], ["Salva Kiir"])


def test_a_group_has_its_members_of_the_day(ask):
    def members(day: str) -> set[str]:
        ((row,),) = (body["rows"] for body in ask("BRICS", "--on", day)["bodies"])
        return set(row["members"])

    assert members("2012-01-01") == {"BRA", "CHN", "IND", "RUS", "ZAF"}
    assert members("2024-06-01") >= {"EGY", "ETH", "IRN"} and "IDN" not in members("2024-06-01")
    assert "IDN" in members("2025-06-01")
    assert len(ask("BRICS")["bodies"][0]["rows"]) > 2


@pytest.mark.parametrize("words", ["Iran", "IRN", "iran", "Iranian", "Tehran"])
def test_a_state_is_known_by_name_code_people_and_seat(ask, words):
    (state,) = ask(words, "--on", "2009-01-01")["states"]
    assert (state["code"], state["name"]) == ("IRN", "Iran")
    assert "Iranian" in state["people"] and "Tehran" in state["seats"]
    assert {(row["office"], row["name"]) for row in state["chiefs"]} >= {
        ("supreme leader", "Ali Khamenei"), ("foreign minister", "Manouchehr Mottaki"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "day", "record", "codes"),
    [
        ("Zaire", "1980-01-01", "COD", ["ZAR"]),
        ("Congo-Kinshasa", "2010-01-01", "COD", ["COD"]),
        ("Soviet Union", "1985-01-01", "RUS", ["SUN"]),
        ("SUN", "1985-01-01", "RUS", ["SUN"]),
        ("Russia", "2010-01-01", "RUS", ["RUS"]),
    ],
)
def test_a_state_has_the_codes_of_the_day(ask, words, day, record, codes):
    (state,) = ask(words, "--on", day)["states"]
    assert state["code"] == record
    assert [row["iso"] for row in state["rows"]] == codes


def test_a_state_has_what_it_came_from_and_became(ask):
    rows = {row["code"]: row for row in ask("Yugoslavia")["states"][0]["rows"]}
    assert {"HRV", "SVN", "BIH", "MKD"} <= set(rows["YUG"]["after"])
    assert rows["YUG"]["last"] < "1993"


def test_who_led_west_germany_is_not_told_of_the_other(ask):
    (east,), (west,) = (
        ask(name, "--on", "1989-06-01")["states"] for name in ("East Germany", "West Germany")
    )
    assert east["code"] == west["code"] == "DEU"
    assert not east["chiefs"]


def test_names_of_states_are_written_as_one_writes_them(ask):
    assert {"Ivory Coast", "Cote d'Ivoire"} <= set(ask("Ivory Coast")["states"][0]["names"])
    assert "Guinea-Bissau" in ask("Guinea-Bissau")["states"][0]["names"]


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("Lavrow", "Lavrov"),
        ("foreign minister of Irn", "foreign minister of Iran"),
        ("Zelenskky", "Zelenskyy"),
    ],
)
def test_near_spellings_are_told(program, words, near):
    ran = program("who", words, "--format", "table")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("E144 ")
    assert near in ran.err.splitlines()[-1]
    asked = program("who", words, "--json")
    assert asked.code == 1
    assert near in json.loads(asked.out)["like"]


def test_where_nothing_is_near_it_says_what_can_be_done(program):
    ran = program("who", "Qqqxyz Vvvw", "--format", "table")
    assert ran.code == 1
    assert "dragoman actors add" in ran.err


def test_the_table_tells_where_each_row_is_from(program):
    out = program("who", "Sergey Lavrov", "--on", "2010-05-05", "--format", "table").out
    assert out.startswith("Sergey Lavrov [sergey-lavrov]: foreign minister (RUS) on 2010-05-05\n")
    assert "●  foreign minister" in out
    assert "[1] " in out.splitlines()[-1] or "[2] " in out.splitlines()[-1]


def test_every_shape_of_answer_can_be_shown(program):
    for words, told in (
        (("BRICS", "--on", "2012-01-01"), "BRA CHN IND RUS ZAF"),
        (("Iran", "--on", "2009-01-01"), "names: Iran"),
        (("president of South Sudan", "--on", "1960-01-01"), "before and after"),
        (("president of France",), "Jacques Chirac"),
    ):
        ran = program("who", *words, "--format", "table")
        assert (ran.code, ran.err) == (0, "")
        assert told in ran.out


def test_a_name_of_many_is_cut_on_a_terminal(program, monkeypatch):
    monkeypatch.setattr(command, "MOST", 1)
    out = program("who", "Bush", "--on", "2005-02-01", "--format", "table").out
    assert "George W. Bush" in out and "George H.W. Bush" not in out
    assert "more of the name; --json has them all" in out


def test_today_is_asked_for_by_name_and_never_taken_for_granted(ask, monkeypatch):
    class Then(date):
        @classmethod
        def today(cls) -> date:
            return date(2009, 1, 1)

    monkeypatch.setattr(command, "date", Then)
    assert ask("foreign minister of Iran", "--on", "today")["on"] == "2009-01-01"
    assert ask("foreign minister of Iran")["on"] is None


def test_a_day_that_is_none_is_wrong_usage(program):
    ran = program("who", "Iran", "--on", "yesterday")
    assert (ran.code, ran.out) == (2, "")
    assert "YYYY-MM-DD" in ran.err


def test_words_need_no_quotation_marks(ask):
    assert ask("foreign", "minister", "of", "Iran", "--on", "2009-01-01")["held"]


@pytest.mark.parametrize("words", ["", " ", "...", "“?”"])
def test_a_question_without_words_is_wrong_usage(program, words):
    ran = program("who", words)
    assert (ran.code, ran.out) == (2, "")
    assert "NAME" in ran.err and "no letter" in ran.err


def test_a_body_has_its_members_of_the_day(ask):
    def members(name: str, day: str) -> set[str]:
        ((row,),) = (body["rows"] for body in ask(name, "--on", day)["bodies"])
        return set(row["members"])

    assert len(members("NATO", "2023-04-05")) == 31
    assert members("NATO", "2023-04-05") - members("NATO", "2023-04-03") == {"FIN"}
    assert "GBR" in members("EU", "2020-01-31")
    assert len(members("EU", "2023-04-05")) == 27 and "GBR" not in members("EU", "2023-04-05")


def test_the_members_of_the_day_are_shown(program):
    out = program("who", "NATO", "--on", "2023-04-05", "--format", "table").out
    assert "DEU" in out and "FIN" in out and "SWE" not in out


@pytest.mark.parametrize(
    ("words", "code"),
    [("U.S.", "USA"), ("Who is the U.S.?", "USA"), ("U.K.", "GBR"), ("Iran.", "IRN"), ("“Iran.”", "IRN")],
)
def test_a_dot_at_the_end_does_no_harm(ask, words, code):
    assert [state["code"] for state in ask(words)["states"]] == [code]


@pytest.mark.parametrize(
    ("words", "day", "name"),
    [
        ("WHO director-general", "2020-05-01", "Tedros Adhanom Ghebreyesus"),
        ("director-general of the WHO", "2020-05-01", "Tedros Adhanom Ghebreyesus"),
        ("World Health Organization chief", "2020-05-01", "Tedros Adhanom Ghebreyesus"),
        ("WHO IS THE WHO CHIEF?", "2020-05-01", "Tedros Adhanom Ghebreyesus"),
        ("NATO chief", "2020-05-01", "Jens Stoltenberg"),
        ("head of NATO", "2020-05-01", "Jens Stoltenberg"),
        ("UN chief", "2005-05-01", "Kofi Annan"),
        ("head of the IAEA", "2021-05-01", "Rafael Grossi"),
        ("IAEA chief", "2021-05-01", "Rafael Grossi"),
        ("African Union commission chairperson", "2019-05-01", "Moussa Faki Mahamat"),
        ("president of West Germany", "1990-01-01", "Richard von Weizsaecker"),
        ("president of the Soviet Union", "1990-06-01", "Mikhail Gorbachev"),
    ],
)
def test_the_head_of_a_body_has_many_titles(ask, words, day, name):
    assert [row["name"] for row in ask(words, "--on", day)["held"]] == [name]


@pytest.mark.parametrize(
    "words", ["president of East Germany", "president of the GDR", "East German president"]
)
@pytest.mark.parametrize("day", [("--on", "1990-01-01"), ()])
def test_who_held_an_office_in_west_germany_did_not_in_the_other(program, words, day):
    answer = json.loads(program("who", words, *day, "--json").out)
    assert (answer["held"], answer["nearest"]) == ([], [])
    assert words not in answer["like"]


def test_a_surname_does_not_hide_an_office(program, ask):
    answer = ask("the pope", "--on", "2010-01-01")
    assert [row["name"] for row in answer["held"]] == ["Pope Benedict XVI"]
    assert "Laurence Pope" in [person["name"] for person in answer["people"]]
    kings = ask("king", "--on", "2010-01-01")
    assert {"NOR", "SAU", "SWE"} <= {row["country"] for row in kings["held"]} and kings["people"]
    shown = program("who", "the pope", "--on", "2010-01-01", "--format", "table").out
    assert shown.index("Benedict") < shown.index("Laurence")


def test_a_surname_that_is_another_word_for_an_office_stays_a_surname(ask):
    answer = ask("Major", "--on", "1995-01-01")
    assert answer["held"] == [] and answer["people"][0]["name"] == "John Major"
