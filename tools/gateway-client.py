"""Clients for tools/check-gateway.

Usage: gateway-client.py whole FILE | stream FILE WHOLE | openai BASE_URL
"""

import json
import sys


def summary(choice, usage):
    took = choice["glimprouter"]
    print(f"steps {took['steps']}, glimpses {took['glimpses']}, usage {usage}")


def whole(file):
    with open(file, encoding="utf-8") as text:
        reply = json.load(text)
    choice = reply["choices"][0]
    assert choice["message"]["reasoning_content"], reply
    assert choice["message"]["content"], reply
    assert choice["finish_reason"] in ("stop", "length"), reply
    assert reply["usage"]["completion_tokens"] <= 160, reply
    print(choice["message"]["content"][:100])
    summary(choice, reply["usage"])


def stream(file, same_as):
    """The same seed must give the same text, streamed or not."""
    with open(file, encoding="utf-8") as text:
        events = text.read().split("\n\n")
    data = [e.removeprefix("data: ") for e in events if e.startswith("data: ")]
    assert data[-1] == "[DONE]", data[-3:]
    deltas = [json.loads(d)["choices"][0]["delta"] for d in data[:-1]]
    with open(same_as, encoding="utf-8") as text:
        message = json.load(text)["choices"][0]["message"]
    for field in ("content", "reasoning_content"):
        joined = "".join(delta.get(field) or "" for delta in deltas)
        assert joined == message[field], (field, joined, message[field])
    print(f"{len(data)} events, the same text as whole")


def responses(client):
    asked = {"model": "glimprouter", "input": "What is 12 plus 30?", "max_output_tokens": 160}
    whole = client.responses.create(**asked, instructions="Answer in English.")
    assert [item.type for item in whole.output] == ["reasoning", "message"], whole
    assert whole.output_text and whole.usage.output_tokens_details.reasoning_tokens > 0, whole
    events = list(client.responses.create(**asked, stream=True))
    deltas = [e.delta for e in events if e.type == "response.output_text.delta"]
    last = events[-1].response
    assert "".join(deltas) == last.output_text, (deltas, last)
    assert last.status in ("completed", "incomplete"), last
    print("responses:", len(events), "events,", whole.output_text[:60].replace("\n", " "))


def openai_client(base):
    import openai

    client = openai.OpenAI(base_url=base, api_key="none", max_retries=0)
    print("openai", openai.__version__, "models", [m.id for m in client.models.list()])
    question = [
        {"role": "system", "content": "Answer in English."},
        {"role": "user", "content": "What is 12 plus 30?"},
    ]
    reply = client.chat.completions.create(
        model="glimprouter@0.5", messages=question, max_completion_tokens=160, seed=2,
        temperature=0, user="check", extra_body={"glimprouter": {"budget": 100}},
    )
    message = reply.choices[0].message
    assert message.content and message.reasoning_content, reply
    assert reply.model == "glimprouter@0.5", reply
    summary(reply.choices[0].model_extra, reply.usage.to_dict())

    # What the client sends back as an earlier turn must be taken, reasoning and all.
    later = [*question, message.model_dump(), {"role": "user", "content": "And plus one?"}]
    pieces, usage = [], None
    for chunk in client.chat.completions.create(
        model="glimprouter", messages=later, max_tokens=160, stream=True,
        stream_options={"include_usage": True}, seed=2,
    ):
        usage = chunk.usage or usage
        pieces += [c.delta for c in chunk.choices]
    reasoning = "".join(getattr(p, "reasoning_content", None) or "" for p in pieces)
    content = "".join(p.content or "" for p in pieces)
    assert reasoning and content and usage.total_tokens > 0, (reasoning, content, usage)
    print("streamed:", content[:100].replace("\n", " "))

    stopped = client.chat.completions.create(
        model="glimprouter", messages=question, max_tokens=160, seed=2, stop=["\\", "4"])
    assert not any(mark in stopped.choices[0].message.content for mark in "\\4"), stopped

    responses(client)

    refused = {
        "tools": [{"type": "function", "function": {"name": "f", "parameters": {}}}],
        "logprobs": True,
        "response_format": {"type": "json_object"},
        "presence_penalty": 1,
    }
    for field, value in refused.items():
        try:
            client.chat.completions.create(model="glimprouter", messages=question, **{field: value})
        except openai.BadRequestError as error:
            assert error.param == field, (field, error)
        else:
            raise AssertionError(f"{field} was taken")
    try:
        client.chat.completions.create(model="gpt-5", messages=question)
    except openai.NotFoundError as error:
        assert error.code == "model_not_found", error
    else:
        raise AssertionError("an unknown model was taken")
    print("refused by name:", ", ".join(refused), "and an unknown model")


if __name__ == "__main__":
    {"whole": whole, "stream": stream, "openai": openai_client}[sys.argv[1]](*sys.argv[2:])
