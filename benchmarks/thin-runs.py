"""Thins run files for publication: without the questions' texts and the pieces in which text came.

    python3 thin-runs.py FOLDER RUN.jsonl...

Writes each as FOLDER/RUN.jsonl.gz. What is left is enough for report, compare and plan, and for eval to
go on with. The same run gives the same bytes.
"""
import gzip
import json
import os
import sys

LEFT_OUT = "(left out)"
PIECES = ("delta", "answer-delta")


def thin(line):
    row = json.loads(line)
    trace = row.get("trace")
    if trace:
        for message in trace["header"]["question"]["messages"]:
            if message["role"] == "user":
                message["content"] = LEFT_OUT
        trace["events"] = [event for event in trace["events"] if event["event"] not in PIECES]
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"


folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as run:
        text = "".join(thin(line) for line in run)
    target = os.path.join(folder, os.path.basename(path) + ".gz")
    with open(target + ".part", "wb") as out:
        out.write(gzip.compress(text.encode("utf-8"), mtime=0))
    os.replace(target + ".part", target)
