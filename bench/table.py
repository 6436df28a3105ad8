"""A part of docs/validation.md: heading, a paragraph, a table."""


def part(heading: str, says: str, columns: str, lines: list[str]) -> str:
    rule = "|" + "---|" * (columns.count("|") + 1)
    return "\n".join([f"## {heading}", "", *([says, ""] if says else []), f"| {columns} |", rule, *lines])
