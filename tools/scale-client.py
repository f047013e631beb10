"""A balancer's part, and what is checked, for tools/check-scale.

Usage: scale-client.py ask FILE KEY FIRST COUNT NAME=GATEWAY...  asks, and notes each answer
       scale-client.py spend KEY GATEWAY          asks until the budget of the key is spent
       scale-client.py refused KEY GATEWAY        must be told that no model can be reached
       scale-client.py used LOG...                each server was used, each question by one of a model's
       scale-client.py moves TRACES...            how many questions went on with another server
       scale-client.py ledger FILE NAME exact|least ANSWERS...   what was told is written down; with
                                                  least, so are requests that were told nothing
       scale-client.py sum ANSWERS...             figures
"""

import collections
import contextlib
import http.client
import json
import pathlib
import statistics
import sys
import threading
import time
import urllib.parse

TRIES = 4
AT_A_TIME = 2


class Broken(Exception):
    """The gateway went away, or has no model now: another one may answer."""


def post(base, key, body):
    """Status, headers and body of an answer."""
    url = urllib.parse.urlsplit(base)
    connection = http.client.HTTPConnection(url.hostname, url.port, timeout=120)
    with contextlib.closing(connection):
        try:
            connection.request(
                "POST", url.path + "/chat/completions", json.dumps(body),
                {"Content-Type": "application/json", "Authorization": "Bearer " + key})
            reply = connection.getresponse()
            return reply.status, reply.headers, reply.read().decode()
        except (OSError, http.client.HTTPException) as gone:
            raise Broken(repr(gone)) from gone


def body(question, stream=False):
    asked = {
        "model": "glimprouter",
        "messages": [{"role": "user", "content": f"Question {question}: what is {question} times 7?"}],
        "max_tokens": 300,
        "seed": question,
    }
    return asked | ({"stream": True, "stream_options": {"include_usage": True}} if stream else {})


def content(text):
    """The text and the tokens of a whole answer."""
    reply = json.loads(text)
    message = reply["choices"][0]["message"]
    return message["reasoning_content"] + message["content"], reply["usage"]["total_tokens"]


def streamed(text):
    """The same of a stream, which is whole only if it says so."""
    events = [e.removeprefix("data: ") for e in text.split("\n\n") if e.startswith("data: ")]
    if not events or events[-1] != "[DONE]":
        raise Broken("cut off: " + text[-200:])
    chunks = [json.loads(e) for e in events[:-1]]
    deltas = [choice["delta"] for chunk in chunks for choice in chunk["choices"]]
    written = "".join(d.get("reasoning_content", "") + d.get("content", "") for d in deltas)
    (usage,) = [chunk["usage"] for chunk in chunks if chunk.get("usage")]
    return written, usage["total_tokens"]


def answer(key, question, gateways):
    """Asks the gateways in turn until one answers, as a balancer does."""
    stream = question % 2 == 1
    troubles = []
    started = time.monotonic()
    for turn in range(TRIES):
        name, base = gateways[(question + turn) % len(gateways)]
        try:
            status, headers, text = post(base, key, body(question, stream))
            if status == 503:
                if turn >= len(gateways) - 1:
                    time.sleep(int(headers["Retry-After"]))
                raise Broken(text[:200])
            assert status == 200, (question, status, text)
            written, tokens = streamed(text) if stream else content(text)
        except Broken as trouble:
            troubles.append(str(trouble))
            continue
        assert written.strip(), (question, text)
        return {"question": question, "gateway": name, "tokens": tokens,
                "seconds": time.monotonic() - started, "troubles": troubles}
    raise AssertionError(f"question {question} got no answer: {troubles}")


def ask(file, key, first, count, *named):
    """Round robin; as many questions at a time as there are cores."""
    gateways = [gateway.split("=", 1) for gateway in named]
    questions = iter(range(int(first), int(first) + int(count)))
    lock = threading.Lock()
    failures = []
    with open(file, "a", encoding="utf-8") as out:

        def work():
            with contextlib.suppress(StopIteration):
                while not failures:
                    with lock:
                        question = next(questions)
                    got = answer(key, question, gateways)
                    with lock:
                        out.write(json.dumps(got) + "\n")
                        out.flush()

        def guarded():
            try:
                work()
            except Exception as wrong:  # told by the main thread
                failures.append(wrong)

        workers = [threading.Thread(target=guarded) for _ in range(AT_A_TIME)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
    if failures:
        raise failures[0]


def spend(key, base):
    for question in range(1000, 1020):
        status, headers, text = post(base, key, body(question))
        if status == 429:
            assert json.loads(text)["error"]["code"] == "insufficient_quota", text
            assert headers["X-Should-Retry"] == "false", headers
            print(f"spent after {question - 1000} questions: 429")
            return
        assert status == 200, text
    raise AssertionError("the budget is never spent")


def refused(key, base):
    started = time.monotonic()
    status, headers, text = post(base, key, body(2000))
    took = time.monotonic() - started
    assert status == 503 and json.loads(text)["error"]["code"] == "model_unavailable", (status, text)
    assert int(headers["Retry-After"]) >= 1, headers
    assert took < 10, took
    print(f"503 after {took * 1000:.0f} ms, Retry-After {headers['Retry-After']}")


def lines(file):
    with open(file, encoding="utf-8") as text:
        return [json.loads(line) for line in text]


def used(*logs):
    """Logs are named ROLE-NUMBER.log; only what has a model write or read counts."""
    places = collections.defaultdict(set)
    for log in logs:
        role, server = pathlib.Path(log).stem.split("-")
        writing = [r for r in lines(log) if r["path"] == "/completion"]
        assert writing, f"{log}: nobody asked this server"
        keys = {r["key"] for r in writing}
        assert None not in keys, log
        for key in keys:
            places[role, key].add(server)
        print(f"{role}-{server}: {len(writing)} requests of {len(keys)} questions")
    wanderers = {place: at for place, at in places.items() if len(at) > 1}
    assert not wanderers, wanderers
    print(f"{len({key for _, key in places})} questions, each on one server of each model")


def moves(*folders):
    told = collections.Counter()
    steps = collections.Counter()
    traces = 0
    for file in [f for folder in folders for f in pathlib.Path(folder).glob("*.jsonl")]:
        traces += 1
        for line in file.read_text(encoding="utf-8").splitlines():
            event = json.loads(line)
            if event.get("event") == "moved":
                told[event["writer"]] += 1
            if event.get("event") == "decided":
                steps[event["decision"]["writer"]] += 1
    print(f"{traces} traces, steps {dict(steps)}, moved {dict(told)}")


def ledger(file, name, how, *answers):
    header, *entries = lines(file)
    assert header == {"schema": "glimprouter.spent", "version": 1}, header
    written = sum(entry["tokens"] for entry in entries if entry["key"] == "team-a")
    told = sum(a["tokens"] for f in answers for a in lines(f) if a["gateway"] == name)
    assert written == told or (how == "least" and written > told), (file, written, told)
    print(f"{name}: {told} tokens told, {written} written down")


def figures(*answers):
    got = [a for f in answers for a in lines(f)]
    assert len({a["question"] for a in got}) == len(got), "a question was answered twice"
    by = dict(sorted(collections.Counter(a["gateway"] for a in got).items()))
    times = sorted(a["seconds"] for a in got)
    again = sum(len(a["troubles"]) for a in got)
    print(f"{len(got)} answers, by gateway {by}, asked again {again} times,"
          f" median {statistics.median(times):.2f} s, longest {times[-1]:.2f} s")


if __name__ == "__main__":
    ways = {"ask": ask, "spend": spend, "refused": refused, "used": used, "moves": moves,
            "ledger": ledger, "sum": figures}
    ways[sys.argv[1]](*sys.argv[2:])
