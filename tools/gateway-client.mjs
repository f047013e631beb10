// OpenAI's client for Node over the gateway, for tools/check-gateway.
// Usage: node gateway-client.mjs BASE_URL, from a folder where the package openai is installed

import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import OpenAI, { APIUserAbortError, BadRequestError, NotFoundError } from 'openai';
import { VERSION } from 'openai/version';

const base = process.argv[2];
const client = new OpenAI({ baseURL: base, apiKey: 'none', maxRetries: 0 });
const messages = [
  { role: 'developer', content: 'Answer in English.' },
  { role: 'user', content: 'What is 12 plus 30?' },
];
const brief = { model: 'glimprouter', max_completion_tokens: 96, seed: 2 };
const oneLine = (text) => text.slice(0, 60).replaceAll('\n', ' ');

async function models() {
  const ids = [];
  for await (const model of client.models.list()) ids.push(model.id);
  assert.ok(ids.includes('glimprouter'), ids.join());
  console.log('openai for Node', VERSION, 'models', ids);
}

async function chatWhole() {
  const reply = await client.chat.completions.create({
    ...brief, model: 'glimprouter@0.5', messages, glimprouter: { budget: 60 },
  });
  const { message, glimprouter: took } = reply.choices[0];
  assert.ok(message.content && message.reasoning_content, JSON.stringify(reply));
  assert.ok(took.steps.small + took.steps.large > 0, JSON.stringify(reply));
  assert.equal(reply.usage.total_tokens, reply.usage.prompt_tokens + reply.usage.completion_tokens);
  console.log('whole:', JSON.stringify(took.steps), oneLine(message.content));
  return message;
}

// What the client sends back as an earlier turn must be taken, reasoning and all.
async function chatStreamed(earlier) {
  let reasoning = '';
  let content = '';
  let usage = null;
  let finish = null;
  const stream = await client.chat.completions.create({
    ...brief,
    messages: [...messages, earlier, { role: 'user', content: 'And plus one?' }],
    stream: true,
    stream_options: { include_usage: true },
  });
  for await (const chunk of stream) {
    assert.equal(usage, null, 'usage is the last chunk');
    usage = chunk.usage ?? usage;
    for (const choice of chunk.choices) {
      reasoning += choice.delta.reasoning_content ?? '';
      content += choice.delta.content ?? '';
      finish = choice.finish_reason ?? finish;
    }
  }
  assert.ok(reasoning && content && usage?.total_tokens > 0, JSON.stringify({ reasoning, content, usage }));
  assert.ok(['stop', 'length'].includes(finish), finish);
  console.log('streamed:', JSON.stringify(usage), oneLine(content));
}

async function chatByHelper() {
  let told = '';
  const runner = client.chat.completions.stream({ ...brief, messages });
  runner.on('content', (delta) => (told += delta));
  const reply = await runner.finalChatCompletion();
  assert.ok(told && told === reply.choices[0].message.content, JSON.stringify({ told, reply }));
  console.log('stream helper: the same text by events and at the end');
}

async function responses() {
  const asked = { model: 'glimprouter', input: 'What is 12 plus 30?', max_output_tokens: 96 };
  const whole = await client.responses.create({ ...asked, instructions: 'Answer in English.' });
  assert.deepEqual(whole.output.map((item) => item.type), ['reasoning', 'message']);
  assert.ok(whole.output_text && whole.usage.output_tokens_details.reasoning_tokens > 0);

  let told = '';
  let events = 0;
  let last = null;
  for await (const event of await client.responses.create({ ...asked, stream: true })) {
    events += 1;
    if (event.type === 'response.output_text.delta') told += event.delta;
    last = event;
  }
  assert.ok(['response.completed', 'response.incomplete'].includes(last.type), last.type);
  const item = last.response.output.find((one) => one.type === 'message');
  assert.ok(told && told === item.content[0].text, JSON.stringify({ told, item }));

  // The helper puts the response together from its events.
  const put = await client.responses.stream(asked).finalResponse();
  assert.ok(put.output_text, JSON.stringify(put));
  console.log('responses:', events, 'events,', oneLine(whole.output_text));
}

async function refusals() {
  const refused = {
    tools: [{ type: 'function', function: { name: 'f', parameters: {} } }],
    logprobs: true,
    response_format: { type: 'json_object' },
    frequency_penalty: 0.5,
  };
  for (const [field, value] of Object.entries(refused)) {
    await assert.rejects(
      client.chat.completions.create({ ...brief, messages, [field]: value }),
      (error) => error instanceof BadRequestError && error.param === field && error.status === 400,
      field,
    );
  }
  await assert.rejects(
    client.chat.completions.create({ ...brief, messages, model: 'gpt-5' }),
    (error) => error instanceof NotFoundError && error.code === 'model_not_found',
  );
  console.log('refused by name:', Object.keys(refused).join(', '), 'and an unknown model');
}

async function metrics() {
  return (await fetch(new URL('/metrics', base))).text();
}

async function cancelled() {
  const counts = (await metrics()).split('\n')
    .filter((line) => /request_duration_seconds_count.*outcome="cancelled"/.test(line))
    .map((line) => Number(line.split(' ').at(-1)));
  return counts.reduce((sum, count) => sum + count, 0);
}

// Both models must stop within a second of the client's leaving.
async function stoppedSince(before, how) {
  const end = Date.now() + 1000;
  let running = true;
  while (running || (await cancelled()) <= before) {
    assert.ok(Date.now() < end, `${how}: not stopped within a second`);
    running = !(await metrics()).includes('glimprouter_requests_running 0.0');
  }
  console.log(`${how}: stopped within a second`);
}

async function aborts() {
  const long = {
    model: 'glimprouter@0',
    messages: [{ role: 'user', content: 'Prove that there are infinitely many primes, at length.' }],
  };
  let before = await cancelled();
  const leave = new AbortController();
  const stream = await client.chat.completions.create({ ...long, stream: true }, { signal: leave.signal });
  let pieces = 0;
  for await (const chunk of stream) {
    if (chunk.choices[0]?.delta.reasoning_content && ++pieces === 3) leave.abort();
  }
  assert.equal(leave.signal.aborted, true);
  await stoppedSince(before, 'abort of a stream');

  before = await cancelled();
  const tired = new AbortController();
  const asking = client.chat.completions.create(long, { signal: tired.signal });
  const given = assert.rejects(asking, APIUserAbortError);
  while (!(await metrics()).includes('glimprouter_requests_running 1.0')) await setTimeout(50);
  tired.abort();
  await given;
  await stoppedSince(before, 'abort of a whole answer');
}

await models();
await chatStreamed(await chatWhole());
await chatByHelper();
await responses();
await refusals();
await aborts();
