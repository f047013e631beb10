package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Request;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** vLLM. */
final class VllmWire implements Wire {

    private static final Generate GENERATE =
            new Generate(StopText.Hold.ALWAYS, false, false, false);
    private static final int BLOCK = 16;
    private static final int MOST_LOGPROBS = 20;
    private static final int USUAL_LIMIT = 16;

    @Override
    public PrefixCache cache(Manner manner) {
        return new PrefixCache(0, BLOCK);
    }

    @Override
    public Play answer(Request request, Host host) {
        return switch (request.path()) {
            case "/health", "/ping" -> Play.response(200, "", "");
            case "/version" -> Json.answer(Json.object().put("version", "0.33.0"));
            case "/v1/models" -> Models.list(host, "vllm");
            case "/tokenize" -> TokenRoutes.tokenize(Body.of(request.text()), host);
            case "/detokenize" -> TokenRoutes.detokenize(Body.of(request.text()), host, "prompt");
            case "/v1/completions" -> completions(Body.of(request.text()), host);
            case "/v1/chat/completions" -> chat(Body.of(request.text()), host);
            default -> unknown();
        };
    }

    private Play completions(Body body, Host host) {
        boolean begin = body.flag("add_special_tokens", true);
        List<Integer> prompt = Asks.prompt(body, "prompt", host, begin);
        int top = body.integer("logprobs", 0);
        int most = body.integer("max_tokens", USUAL_LIMIT);
        return generate(body, host, prompt, most, top, new OpenAiShape(this, Flavour.VLLM, false));
    }

    private Play chat(Body body, Host host) {
        boolean begin = body.flag("add_special_tokens", false);
        List<Integer> prompt = host.encode(TokenRoutes.render(body, host), begin);
        int room = Math.max(1, host.manner().context() - prompt.size());
        int most = body.integer("max_completion_tokens", body.integer("max_tokens", room));
        int top = Asks.chatTop(body, 0);
        return generate(body, host, prompt, most, top, new OpenAiShape(this, Flavour.VLLM, true));
    }

    private static Play generate(
            Body body, Host host, List<Integer> prompt, int most, int top, Shape shape) {
        if (most < 1) {
            throw new Refusal(400, "max_tokens must be at least 1, got " + most + ".");
        }
        if (top > MOST_LOGPROBS) {
            throw new Refusal(
                    400,
                    "Requested sample logprobs of %d, which is greater than max allowed: %d"
                            .formatted(top, MOST_LOGPROBS));
        }
        int context = host.manner().context();
        if (prompt.size() + most > context) {
            throw new Refusal(400, overflow(prompt.size(), most, context));
        }
        boolean keep = body.flag("include_stop_str_in_output", false);
        boolean stream = body.flag("stream", false);
        Ask ask = Asks.of(body, body, prompt, most, keep, top, stream);
        return GENERATE.play(host, ask, 0, shape);
    }

    private static String overflow(int prompt, int most, int context) {
        return ("You passed %d input tokens and requested %d output tokens. However, the model's"
                        + " context length is only %d tokens, resulting in a maximum input length"
                        + " of %d tokens. Please reduce the length of the input prompt."
                        + " (parameter=input_tokens, value=%d)")
                .formatted(prompt, most, context, Math.max(0, context - most), prompt);
    }

    @Override
    public JsonNode error(int status, String message) {
        ObjectNode error = Json.object();
        String type = status == 400 ? "BadRequestError" : "InternalServerError";
        String param = message.contains("parameter=input_tokens") ? "input_tokens" : null;
        error.putObject("error")
                .put("message", message)
                .put("type", type)
                .put("param", param)
                .put("code", status);
        return error;
    }
}
