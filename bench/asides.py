"""The parts of docs/validation.md on who, when, where and on whose word: one test set each, none of them trained on."""

import attribution
import names
import offices
import rooms
import seed
import table
import times


def parts() -> list[str]:
    return [_first_article(), _offices(), _names(), _times(), _attribution(), _rooms()]


def _first_article() -> str:
    found = seed.measured(False)
    lines = [f"| {name.removeprefix('seed_').replace('_', ' ')} | {value} |" for name, value in found.items()]
    says = (
        "What a careful analyst records from the article that the project began with (`python bench/quality.py --show` "
        "names what is missed). It has guided rules and passages of our own, so it shows what is covered, not how well "
        "others are read."
    )
    return table.part("The first article", says, "what | count", lines)


def _offices() -> str:
    lines = [
        f"| {name} | {row['asked']} | {row['answered']} | {row['right']:.3f} |"
        for name, row in offices.figures().items()
    ]
    says = (
        "Who held office O of state S on day D: rows drawn at random from the World Factbook's dated snapshots and "
        "from HistoryAtState's lists, answered by the registry as `dragoman who` does (`python bench/offices.py`). The "
        "registry is made from the same sources: this shows that nothing is lost or mixed up on the way, not "
        "that the sources are right."
    )
    return table.part("Offices by date", says, "source | asked | answered | right", lines)


def _names() -> str:
    rows = names.figures()
    right = rows.pop("right")
    lines = [
        f"| {name} | {row['asked']} | {row['found']:.3f} | {row['whole']:.3f} | {row['known']:.3f} |"
        for name, row in rows.items()
    ]
    says = (
        "Names in 116 articles of outlets outside the West (`ner_worldwide`, `python bench/names.py`): found, where a "
        "mention or place of the record meets it; whole, where it covers it; known, where registry or gazetteer has "
        f"it with the right kind. Of {right['told']:.0f} names told {right['share']:.3f} are annotated as one."
    )
    return table.part("Names found", says, "kind | asked | found | whole | known", lines)


def _times() -> str:
    found = times.figures()
    lines = [
        f"| {view} | {found[f'{view}_precision']:.3f} | {found[f'{view}_recall']:.3f} | {found[f'{view}_f1']:.3f} |"
        for view in ("strict", "relaxed")
    ]
    lines += [f"| {view} | | | {found[f'{view}_f1']:.3f} |" for view in ("type", "value")]
    says = (
        f"TimeBank, 183 newspaper texts with {found['gold']:.0f} times (`python bench/times.py`). Value and type are "
        "TempEval-3's: their share among the spans that overlap, times the relaxed F1. On that test's own 20 texts, "
        "which are not here, HeidelTime reached a value F1 of 0.776 and SUTime 0.674. The totals on TimeBank, not "
        "its texts or single errors, were seen many times while the rules were made: they are a little flattered."
    )
    return table.part("Times", says, "what | precision | recall | F1", lines)


def _attribution() -> str:
    rows = attribution.figures()
    whole, content = rows.pop("all"), rows.pop("content")
    lines = [f"| {name} | {row['asked']} | {row['recall']:.3f} |" for name, row in rows.items()]
    says = (
        "PolNeAR's development part, 84 newspaper articles (`python bench/attribution.py`): an attribution is found "
        "where the head of its source and at least half of its content are. In all: precision "
        f"{whole['precision']:.3f}, recall {whole['recall']:.3f}; by content alone {content['precision']:.3f} and "
        f"{content['recall']:.3f}. PolNeAR counts thoughts, wishes and infinitives, which are no statements of ours."
    )
    return table.part("Attribution", says, "class | annotated | found", lines)


def _rooms() -> str:
    found = rooms.figures()
    four = found.pop("four")
    lines = [f"| {room} | {seconds:.2f} |" for room, seconds in found.items()]
    says = (
        "Seconds of one core for 10,000 words of news (`python bench/rooms.py`). Who, when, where and says together "
        f"take {four:.0%} of the engine's time; a third is allowed."
    )
    return table.part("The rooms' share", says, "room | seconds", lines)
