"""Checks that each question of a run of lm-evaluation-harness got a text and a score.

Usage: scored.py RESULTS QUESTIONS ACCESS_LOG
"""

import importlib.metadata
import json
import pathlib
import sys


def lines(file):
    with open(file, encoding="utf-8") as text:
        return [json.loads(line) for line in text]


def main(results, questions, log):
    folder = pathlib.Path(results)
    (samples,) = folder.rglob("samples_*.jsonl")
    (result,) = folder.rglob("results_*.json")
    asked = lines(samples)
    assert len(asked) == int(questions), len(asked)
    for sample in asked:
        text = sample["resps"][0][0]
        assert text.strip(), sample
        assert sample["exact_match"] in (0, 1), sample
        print(f"{sample['exact_match']:.0f}  {sample['filtered_resps'][0]:>8}  {text[:70]!r}")
    scores = json.loads(result.read_text(encoding="utf-8"))["results"]["gateway_word_problems"]
    assert isinstance(scores["exact_match,flexible-extract"], (int, float)), scores
    # One request for each question, none of them refused or tried again.
    requests = lines(log)
    assert [r["outcome"] for r in requests] == ["ok"] * len(asked), requests
    small, large = (sum(r[f"steps_{w}"] for r in requests) for w in ("small", "large"))
    print(f"lm-eval {importlib.metadata.version('lm_eval')}: {len(asked)} questions,"
          f" {len(requests)} requests, {small} steps by small, {large} by large")


if __name__ == "__main__":
    main(*sys.argv[1:])
