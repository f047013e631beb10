package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.question.Message;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Request;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Set;

/** A hosted service that keeps to OpenAI's interface: unknown fields are errors. */
final class OpenAiWire implements Wire {

    private static final Generate GENERATE =
            new Generate(StopText.Hold.PREFIX, false, false, false);
    private static final int USUAL_LIMIT = 16;
    private static final Set<String> FIELDS =
            Set.of(
                    "model",
                    "prompt",
                    "messages",
                    "max_tokens",
                    "max_completion_tokens",
                    "temperature",
                    "top_p",
                    "stop",
                    "logprobs",
                    "top_logprobs",
                    "stream",
                    "stream_options",
                    "seed",
                    "user",
                    "n");

    @Override
    public boolean losesUpgradedBodies() {
        return false;
    }

    @Override
    public Play answer(Request request, Host host) {
        return switch (request.path()) {
            case "/v1/models" -> Models.list(host, "hosted");
            case "/v1/completions" -> completions(body(request), host);
            case "/v1/chat/completions" -> chat(body(request), host);
            default -> unknown();
        };
    }

    private static Body body(Request request) {
        Body body = Body.of(request.text());
        for (String name : body.json().propertyNames()) {
            if (!FIELDS.contains(name)) {
                throw new Refusal(400, "Unrecognized request argument supplied: " + name);
            }
        }
        return body;
    }

    private Play completions(Body body, Host host) {
        if (!body.json().path("prompt").isString()) {
            throw new Refusal(400, "prompt must be a string");
        }
        List<Integer> prompt = Asks.prompt(body, "prompt", host, false);
        int most = body.integer("max_tokens", USUAL_LIMIT);
        Shape shape = new OpenAiShape(this, Flavour.OPENAI, false);
        return generate(body, host, prompt, most, body.integer("logprobs", 0), shape);
    }

    private Play chat(Body body, Host host) {
        List<Message> messages = Asks.messages(body);
        String text =
                Asks.endsWithAssistant(messages)
                        ? host.template().renderContinued(messages, false)
                        : host.template().render(messages, true);
        int most = body.integer("max_completion_tokens", body.integer("max_tokens", Asks.ALL));
        Shape shape = new OpenAiShape(this, Flavour.OPENAI, true);
        return generate(body, host, host.encode(text, false), most, Asks.chatTop(body, 0), shape);
    }

    private static Play generate(
            Body body, Host host, List<Integer> prompt, int most, int top, Shape shape) {
        int context = host.manner().context();
        int completion = most == Asks.ALL ? 1 : most;
        if (prompt.size() + completion > context) {
            throw new Refusal(
                    400,
                    ("This model's maximum context length is %d tokens. However, you requested %d"
                                    + " tokens (%d in the messages, %d in the completion). Please"
                                    + " reduce the length of the messages or completion.")
                            .formatted(
                                    context,
                                    prompt.size() + completion,
                                    prompt.size(),
                                    completion));
        }
        boolean stream = body.flag("stream", false);
        Ask ask = Asks.of(body, body, prompt, most, false, top, stream);
        return GENERATE.play(host, ask, 0, shape);
    }

    @Override
    public JsonNode error(int status, String message) {
        String code = message.contains("maximum context length") ? "context_length_exceeded" : null;
        ObjectNode error = Json.object();
        error.putObject("error")
                .put("message", message)
                .put("type", status == 400 ? "invalid_request_error" : "server_error")
                .putNull("param")
                .put("code", code);
        return error;
    }
}
