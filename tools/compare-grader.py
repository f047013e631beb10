"""Compares the marks of our grader with those of Math-Verify.

Usage: compare-grader.py COMMAND DATA.jsonl...
COMMAND reads lines of a right answer, a tab and a text, and writes a mark, a tab and a reason each.
Every right answer is graded in eleven spellings and in up to four that are wrong. The exit code is 1
if the two agree on fewer than 99.5 % of the cases; "unscored" counts as not right.
"""

import collections
import json
import logging
import re
import shlex
import subprocess
import sys
import time

import sympy
from math_verify import parse, verify

LEAST_AGREEMENT = 0.995
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
FRACTION = re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}")


def box(answer):
    return rf"So the answer is \boxed{{{answer}}}."


def is_plain_number(gold):
    return NUMBER.fullmatch(gold) is not None


def tight(gold):
    spaces = re.sub(r"(?<![a-zA-Z]) +| +(?![a-zA-Z])", "", gold)
    return box(spaces.replace(r"\left", "").replace(r"\right", ""))


def loose(gold):
    spaced = re.sub(r"(?<=[\dA-Za-z)}])\s*([-+=])\s*(?=[\dA-Za-z(\\])", r" \1 \\, ", gold)
    return box(re.sub(r",(?!\\!|\d{3})\s*", r",\\ ", spaced))


def other_fractions(gold):
    if r"\dfrac" in gold or r"\tfrac" in gold:
        return box(gold.replace(r"\dfrac", r"\frac").replace(r"\tfrac", r"\frac"))
    return box(gold.replace(r"\frac", r"\dfrac"))


def slashes(gold):
    def slash(match):
        top, bottom = (
            part if re.fullmatch(r"[\w.]+", part) else f"({part})" for part in match.groups()
        )
        return f"{top}/{bottom}"

    return box(FRACTION.sub(slash, gold))


def dollars(gold):
    return f"Therefore\n\\[\n\\boxed{{ {gold} }}\n\\]".replace("\n", " ")


def unicode_signs(gold):
    """Without √, ° and ∞, which Math-Verify does not read."""
    for latex, sign in (
        (r"\pi", "π"), (r"\cup", "∪"), (r"\pm", "±"), (r"\le ", "≤"), (r"\cdot", "·"),
    ):
        gold = gold.replace(latex, sign)
    return box(gold)


def named(gold):
    if re.search(r"[=\\]text|=|\\in|\\text|\\mbox|,", gold):
        return box(rf"\displaystyle {gold}")
    return box(f"x = {gold}")


def measured(gold):
    if is_plain_number(gold):
        return box(rf"{gold}\text{{ cm}}^2")
    return box(gold.replace(r"^\circ", r"^{\circ}").replace(r"\text{", r"\mathrm{"))


def computed(gold):
    if re.fullmatch(r"-?\d{1,12}", gold):
        return box(rf"\frac{{{3 * int(gold)}}}{{3}}")
    if is_plain_number(gold):
        return box(rf"{gold}0")
    return box(FRACTION.sub(r"\\frac{2 \\cdot (\1)}{2 \\cdot (\2)}", gold))


def rewritten(gold):
    """As SymPy writes what Math-Verify read, expanded; only for plain formulas."""
    read = parse(box(gold))
    if not read or not isinstance(read[0], sympy.Expr) or re.search(r"_|\\text|\\circ", gold):
        return box(re.sub(r"(\d)(?=(?:\d{3})+$)", r"\1,", gold) if gold.isdigit() else gold)
    if re.fullmatch(r"\d{4,}", gold):
        return box(f"{int(gold):,}")
    return box(sympy.latex(sympy.expand(read[0].doit())))


SPELLINGS = {
    "as it is": box,
    "tight": tight,
    "loose": loose,
    "other fractions": other_fractions,
    "slashes": slashes,
    "displayed": dollars,
    "unicode": unicode_signs,
    "named": named,
    "measured": measured,
    "computed": computed,
    "rewritten": rewritten,
}


def raised(match):
    number = match.group()
    return f"{float(number) + 1:g}" if "." in number else str(int(number) + 1)


def wrong(gold, other):
    """Changed answers, most of them wrong; the two graders say which."""
    numbers = list(re.finditer(r"\d+(?:\.\d+)?", gold))
    changed = {}
    if numbers:
        first, last = numbers[0], numbers[-1]
        changed["first number + 1"] = gold[: first.start()] + raised(first) + gold[first.end() :]
        changed["last number + 1"] = gold[: last.start()] + raised(last) + gold[last.end() :]
    if gold[0] in "([":
        closed = "[" if gold[0] == "(" else "("
        changed["other bracket"] = closed + gold[1:]
    elif not gold.startswith("\\text") and "=" not in gold and "," not in gold:
        changed["negated"] = f"-{gold}" if re.search(r"\\begin|box|text", gold) else f"-({gold})"
    changed["another answer"] = other
    return {name: box(text) for name, text in changed.items()}


def answers(path):
    found = []
    for line in open(path, encoding="utf-8"):
        answer = str(json.loads(line)["answer"]).split("####")[-1].strip()
        if answer not in found:
            found.append(answer)
    return found


def cases(golds):
    for index, gold in enumerate(golds):
        other = golds[(index + 7) % len(golds)]
        for name, spelling in SPELLINGS.items():
            if name != "displayed" or "$" not in gold:
                yield gold, name, spelling(gold)
        for name, text in wrong(gold, other).items():
            yield gold, name, text


def our_marks(command, work):
    lines = "".join(f"{gold}\t{text}\n" for gold, _, text in work)
    result = subprocess.run(
        shlex.split(command), input=lines, stdout=subprocess.PIPE, text=True, check=True
    )
    return [line.split("\t", 1) for line in result.stdout.splitlines()]


def oracle_marks(work):
    read = {}
    for gold, _, text in work:
        if gold not in read:
            read[gold] = parse(rf"\boxed{{{gold}}}")
        yield verify(read[gold], parse(text))


def main():
    logging.disable(logging.ERROR)
    command, paths = sys.argv[1], sys.argv[2:]
    ok = True
    for path in paths:
        golds = answers(path)
        work = list(cases(golds))
        ours = our_marks(command, work)
        started = time.monotonic()
        oracle = list(oracle_marks(work))
        seconds = time.monotonic() - started
        marks = collections.Counter((mark, theirs) for (mark, _), theirs in zip(ours, oracle))
        disagreed = 0
        for (gold, name, text), (mark, reason), theirs in zip(work, ours, oracle):
            if (mark == "RIGHT") != theirs:
                disagreed += 1
                print(f"{mark:8} Math-Verify {theirs!s:5} {name:16} {gold}   ~   {text}   {reason}")
            elif mark == "UNSCORED":
                print(f"unscored by us alone     {name:16} {gold}   ~   {text}   {reason}")
        agreement = 1 - disagreed / len(work)
        ok &= agreement >= LEAST_AGREEMENT
        print(
            f"{path}: {len(golds)} answers, {len(work)} cases, agreement {agreement:.2%},"
            f" {disagreed} disagreements; Math-Verify took {seconds:.0f} s"
        )
        for (mark, theirs), count in sorted(marks.items()):
            print(f"    ours {mark:8} Math-Verify {theirs!s:5} {count}")
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
