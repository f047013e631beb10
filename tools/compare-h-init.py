"""Compares H_init of traces with the bounds that a llama-server's most likely tokens give.

Usage: compare-h-init.py ADDRESS TRACE...
The prompt is rendered and tokenised by the server, from the messages of the trace. With the k most
likely tokens known, A their part of the entropy, m the mass of all others, p_k the least of the k,
and V the size of the vocabulary: A + m ln(1/p_k) <= H <= A + m ln((V - k)/m).
"""

import json
import math
import sys
import time
import urllib.error
import urllib.request

MOST_LIKELY = 100
SLACK_NATS = 0.05
READY_SECONDS = 120
THINK = "<think>\n"


def post(address: str, path: str, body: dict) -> dict:
    request = urllib.request.Request(
        address + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=120) as response:
        return json.load(response)


def await_health(address: str) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while True:
        try:
            with urllib.request.urlopen(address + "/health", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def glimpse(trace: str) -> tuple[list, int, int, float]:
    """The messages, tokens of the prompt, size of the vocabulary, H_init of the first step in nats."""
    with open(trace, encoding="utf-8") as lines:
        header, *events = map(json.loads, lines)
    first = next(e for e in events if e["event"] == "glimpsed")
    cost = next(e for e in events if e["event"] == "prefilled")["cost"]
    entropy = first["probe"]["entropy"]
    if first["step"] != 0 or entropy["coveredMass"] != 1:
        sys.exit(f"{trace}: the first glimpse is not one of the whole vocabulary at step 0")
    small = header["models"]["small"]
    tokens = cost["promptTokens"] + cost["cachedTokens"]
    return header["question"]["messages"], tokens, small["vocabularySize"], entropy["nats"]


def most_likely(address: str, messages: list) -> tuple[int, list[float]]:
    """Tokens of the prompt, and the probabilities of the most likely next tokens."""
    prompt = post(address, "/apply-template", {"messages": messages})["prompt"]
    if not prompt.endswith(THINK):
        prompt += THINK
    ids = post(
        address,
        "/tokenize",
        {"content": prompt, "add_special": False, "parse_special": True},
    )["tokens"]
    completion = post(
        address,
        "/completion",
        {"prompt": ids, "n_predict": 1, "n_probs": MOST_LIKELY, "temperature": 0},
    )
    first = completion["completion_probabilities"][0]
    return len(ids), [math.exp(token["logprob"]) for token in first["top_logprobs"]]


def bounds(probabilities: list[float], vocabulary: int) -> tuple[float, float, float]:
    """Mass of the tokens, lower and upper bound on the entropy in nats."""
    mass = math.fsum(probabilities)
    known = -math.fsum(p * math.log(p) for p in probabilities if p > 0)
    rest = 1 - mass
    if rest <= 0:
        return mass, known, known
    lower = known + rest * math.log(1 / min(probabilities))
    upper = known + rest * math.log((vocabulary - len(probabilities)) / rest)
    return mass, lower, upper


def main(address: str, traces: list[str]) -> int:
    await_health(address)
    wrong = 0
    for trace in traces:
        messages, ours, vocabulary, nats = glimpse(trace)
        tokens, probabilities = most_likely(address, messages)
        mass, lower, upper = bounds(probabilities, vocabulary)
        good = ours == tokens and lower - SLACK_NATS <= nats <= upper + SLACK_NATS
        wrong += not good
        print(
            f"{'ok   ' if good else 'WRONG'} {messages[-1]['content'][:40]!r}\n"
            f"      engine:       {ours} tokens of prompt, H_init {nats:.4f} nats\n"
            f"      llama-server: {tokens} tokens of prompt, top {len(probabilities)} cover {mass:.6f},"
            f" bounds {lower:.4f} to {upper:.4f} nats (widened by {SLACK_NATS})"
        )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
