#!/usr/bin/env python3
"""Writes what Jinja2 makes of the test templates and of the language probes.

The results are the golden files of glimprouter-template's tests. Jinja2 is needed only
here, never by the build:

    python3 -m venv /tmp/golden && /tmp/golden/bin/pip install jinja2==3.1.6
    /tmp/golden/bin/python tools/golden-templates.py

With --check nothing is written; the exit code is 1 if a golden file is out of date.
"""

import json
import pathlib
import sys
from datetime import datetime

import jinja2
import jinja2.ext
from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

RESOURCES = pathlib.Path(__file__).parent.parent / "glimprouter-template/src/test/resources"
NOW = datetime(2026, 11, 5, 9, 7, 3)
BOS, EOS = "<s>", "</s>"


class Generation(jinja2.ext.Extension):
    """The tag that marks the text of the assistant for training; it writes its body."""

    tags = {"generation"}

    def parse(self, parser):
        line = next(parser.stream).lineno
        body = parser.parse_statements(["name:endgeneration"], drop_needle=True)
        return nodes.CallBlock(self.call_method("_body"), [], [], body).set_lineno(line)

    def _body(self, caller):
        return caller()


def raise_exception(message):
    raise jinja2.exceptions.TemplateError(message)


def tojson(value, ensure_ascii=False, indent=None, separators=None, sort_keys=False):
    return json.dumps(
        value, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys
    )


def environment():
    """The environment in which Hugging Face renders chat templates."""
    env = ImmutableSandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=[Generation, jinja2.ext.loopcontrols]
    )
    env.filters["tojson"] = tojson
    env.globals["raise_exception"] = raise_exception
    env.globals["strftime_now"] = NOW.strftime
    return env


def render(source, **variables):
    """The output, or the message of raise_exception, or that it failed."""
    try:
        return {"output": environment().from_string(source).render(**variables)}
    except jinja2.exceptions.TemplateError as error:
        if type(error) is jinja2.exceptions.TemplateError:
            return {"raised": str(error)}
        return {"failed": True}
    except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, SyntaxError):
        return {"failed": True}


def conversations():
    lines = (RESOURCES / "template-cases.json").read_text(encoding="utf-8")
    return json.loads(lines)


def fold_system(messages):
    """What ChatTemplate renders when the template refuses a system message."""
    roles = [message["role"] for message in messages[:2]]
    if roles != ["system", "user"]:
        return messages
    parts = [message["content"] for message in messages[:2] if message["content"].strip()]
    return [{"role": "user", "content": "\n\n".join(parts)}] + messages[2:]


def render_chat(source, messages):
    def attempt(turns):
        return render(
            source, messages=turns, add_generation_prompt=True, bos_token=BOS, eos_token=EOS
        )

    result = attempt(messages)
    return attempt(fold_system(messages)) if "raised" in result else result


def golden_templates():
    golden = {}
    for path in sorted((RESOURCES / "templates").glob("*.jinja")):
        source = path.read_text(encoding="utf-8")
        golden[path.stem] = {
            name: render_chat(source, messages) for name, messages in conversations().items()
        }
    return golden


def golden_probes():
    """One template per line of the probes' file; the line break is written as it is there."""
    probes = json.loads((RESOURCES / "template-probes.json").read_text(encoding="utf-8"))
    variables = json.loads((RESOURCES / "template-probe-variables.json").read_text(encoding="utf-8"))
    return [{"template": probe, **render(probe, **variables)} for probe in probes]


def main():
    outputs = {
        "template-golden.json": golden_templates(),
        "template-probes-golden.json": golden_probes(),
    }
    stale = False
    for name, golden in outputs.items():
        text = json.dumps(golden, ensure_ascii=False, indent=1) + "\n"
        path = RESOURCES / name
        if "--check" in sys.argv:
            stale |= not path.exists() or path.read_text(encoding="utf-8") != text
        else:
            path.write_text(text, encoding="utf-8", newline="\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
