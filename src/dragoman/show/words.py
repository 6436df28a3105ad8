"""Records in words for people: the same short phrases in the table and on the page."""

from dragoman.things import Happened, Mention, Report


def when(happened: Happened | None) -> str:
    """ "2025-02-24", "2025-02-01 – 2025-02-25", "by 2025-02-25", or nothing."""
    if happened is None or happened.last is None:
        return (happened.text or "") if happened else ""
    first, last = happened.first, happened.last
    if first is None:
        return f"by {last}"
    if first == last:
        return str(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    return f"{first} – {last}"


def party(mention: Mention) -> str:
    """Name and code: "Sergey Lavrov (RUS:GOV)"."""
    name = mention.name or mention.text or "(understood)"
    code = "+".join(mention.members) if mention.members else mention.code
    return f"{name} ({code})" if code not in ("---", name) else name


def parties(mentions: tuple[Mention, ...]) -> str:
    return ", ".join(party(m) for m in mentions)


def act(report: Report) -> str:
    return f"{report.type} / {report.mode}" if report.mode else report.type
