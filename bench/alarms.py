#!/usr/bin/env python3
"""Events coded where there is none: alarms.py [--show]

A hundred sentences of ordinary news in our own words (quiet.txt), and a hundred of GUM's genres that are not
political (the dev part of ../shared/data/train/ud_gum_open, which nothing here is trained on), each read alone.
GUM's biographies, and sentences of war and government, were left out after an earlier engine's answers had been seen:
they told real events.
"""

import argparse
import json
import re
from pathlib import Path

HERE = Path(__file__).parent
GUM = HERE.parent.parent / "shared" / "data" / "train" / "ud_gum_open" / "dev.conllu"
GENRES = ("academic", "textbook", "vlog", "voyage")
POLITICAL = re.compile(
    r"\b(?:governments?|war|wwii|navy|occupied|ottoman|democracy)\b", re.IGNORECASE
)  # told of in sentences of these genres; they are left out
FROM_GUM = 100


def sentences() -> list[str]:
    own = (HERE / "quiet.txt").read_text(encoding="utf-8").splitlines()
    return own + gum()


def gum() -> list[str]:
    """Sentences spread evenly over the dev part of those genres, of at least six words."""
    if not GUM.exists():
        return []
    blocks = GUM.read_text(encoding="utf-8").split("\n\n")
    found = []
    for block in blocks:
        name, text = (re.search(rf"^# {key} = (.+)$", block, re.MULTILINE) for key in ("sent_id", "text"))
        if not name or not text or name[1].split("_")[1] not in GENRES:
            continue
        if len(text[1].split()) >= 6 and not POLITICAL.search(name[1].replace("_", " ") + text[1]):
            found.append(text[1])
    return [found[k * len(found) // FROM_GUM] for k in range(FROM_GUM)] if found else []


def measured(show: bool = False) -> dict[str, float]:
    from dragoman import read

    coded = 0
    told = sentences()
    for sentence in told:
        reports = read(sentence).reports
        coded += bool(reports)
        if show and reports:
            print([(r.trigger.of(sentence), r.type, r.confidence) for r in reports], sentence)
    return {"sentences": len(told), "coded": coded, "coded_in_100": round(100 * coded / len(told), 1)}


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--show", action="store_true")
    print(json.dumps(measured(asked.parse_args().show)))
