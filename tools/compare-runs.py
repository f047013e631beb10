"""Compares the run files of two folders, apart from times.

Usage: compare-runs.py WHOLE OTHER PARALLEL ENTRIES. Each entry has to be there once in both, with the
same seed and order of options; with PARALLEL 1 also with the same grade and the same events.
"""
import json
import pathlib
import sys

TIMES = {"nanos", "seconds", "startedAt", "prefillNanos", "glimpseNanos", "decodeNanos", "draftNanos"}


def timeless(value):
    if isinstance(value, dict):
        return {name: timeless(item) for name, item in value.items() if name not in TIMES}
    if isinstance(value, list):
        return [timeless(item) for item in value]
    return value


def entries(folder):
    found = {}
    for file in sorted(pathlib.Path(folder).glob("*.jsonl")):
        text = file.read_text(encoding="utf-8")
        if not text.endswith("\n"):
            sys.exit(f"{file} ends in a torn line")
        for line in text.splitlines()[1:]:
            entry = json.loads(line)
            key = (file.name, entry["problem"], entry["repeat"])
            if key in found:
                sys.exit(f"{key} is there twice")
            found[key] = entry
    return found


def main():
    whole, other = entries(sys.argv[1]), entries(sys.argv[2])
    alone, count = sys.argv[3] == "1", int(sys.argv[4])
    if len(whole) != count or whole.keys() != other.keys():
        sys.exit(f"{len(whole)} and {len(other)} entries instead of {count}")
    for key, entry in whole.items():
        again = other[key]
        for name in ("seed", "hash", "order"):
            if entry.get(name) != again.get(name):
                sys.exit(f"{key}: another {name}")
        if alone and timeless(entry) != timeless(again):
            first, second = timeless(entry), timeless(again)
            names = [name for name in first if first[name] != second.get(name)]
            sys.exit(f"{key}: other results in {names}")
    print(f"{count} entries, each once, same seeds" + (", same results" if alone else ""))


main()
