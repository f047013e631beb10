"""What traces, and what doctor printed, must show: each command prints what it found and exits with 1 if not so.

Usage: compare-traces.py requests TRACE            one request for each small step and each large one
       compare-traces.py outcome TRACE             how the question ended, and what was tried again
       compare-traces.py h-init SLACK EXACT TOP    H_init of EXACT lies within the bounds of TOP
       compare-traces.py overlap TRACE             large raced at each glimpse and read ahead
       compare-traces.py abort MOST DOCTOR.json    tokens that a server wrote for nobody
"""

import json
import sys


def events(trace: str) -> list[dict]:
    with open(trace, encoding="utf-8") as lines:
        _, *rest = map(json.loads, lines)
    return rest


def requests(trace: str) -> bool:
    """Each glimpse is a request of the small model; each step and answer of large is one of its own."""
    all_events = events(trace)
    usage = all_events[-1]["usage"]
    steps = [e for e in all_events if e["event"] == "step-written"]
    large_steps = sum(1 for step in steps if step["written"]["writer"] == "large")
    small, large = usage["small"], usage["large"]
    print(
        f"{len(steps)} steps, {large_steps} by large; requests: small {small['requests']} for"
        f" {small['glimpses']} glimpses, large {large['requests']}; small tokens thrown away:"
        f" {small['discardedTokens']}"
    )
    return small["requests"] == small["glimpses"] and large["requests"] == large_steps + 1


def overlap(trace: str) -> bool:
    """Large began each step that was glimpsed, and lost exactly those that small wrote."""
    all_events = events(trace)
    usage = all_events[-1]["usage"]
    steps = [e["written"]["writer"] for e in all_events if e["event"] == "step-written"]
    small, large = usage["small"], usage["large"]
    of = large["overlapping"]
    print(
        f"{len(steps)} steps, {steps.count('large')} by large; {of['races']} races, {of['lostRaces']} lost"
        f" with {of['lostTokens']} tokens; {of['hints']} hints, {of['aheadTokens']} tokens read ahead,"
        f" {of['wastedTokens']} of them in vain"
    )
    return (
        of["races"] == small["glimpses"]
        and of["lostRaces"] == steps.count("small")
        and of["lostTokens"] <= large["discardedTokens"]
        and (of["hints"] == 0 or of["aheadTokens"] > 0)
    )


def outcome(trace: str) -> bool:
    all_events = events(trace)
    last = all_events[-1]
    retried = [e["reason"] for e in all_events if e["event"] == "retried"]
    print(f"{last['event']} after {last['nanos'] / 1e9:.1f} s, tried again {len(retried)} times")
    for reason in retried[-2:]:
        print(f"  {reason}")
    return last["event"] in ("finished", "failed") and bool(retried)


def h_init(slack: str, exact: str, top: str) -> bool:
    def probe(trace: str) -> dict:
        return next(e for e in events(trace) if e["event"] == "glimpsed")["probe"]["entropy"]

    one, other = probe(exact), probe(top)
    nats, lower, upper = one["nats"], other["lowerNats"], other["upperNats"]
    print(
        f"H_init {nats:.4f} nats of the whole vocabulary; the other covers"
        f" {other['coveredMass']:.6f}: {lower:.4f} to {upper:.4f} nats (widened by {slack})"
    )
    return lower - float(slack) <= nats <= upper + float(slack)


def abort(most: str, doctor: str) -> bool:
    with open(doctor, encoding="utf-8") as file:
        servers = json.load(file)["servers"]
    for server in servers:
        print(
            f"after the reader had gone: {server['abortTokensPast']} tokens more,"
            f" {server['abortEnd']} after {server['abortNanos'] / 1e6:.0f} ms"
        )
    past = [server["abortTokensPast"] for server in servers]
    return all(tokens is not None and tokens <= int(most) for tokens in past)


COMMANDS = {"abort": abort, "overlap": overlap, "requests": requests, "outcome": outcome, "h-init": h_init}

if __name__ == "__main__":
    sys.exit(0 if COMMANDS[sys.argv[1]](*sys.argv[2:]) else 1)
