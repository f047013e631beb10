package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Request;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/** SGLang. */
final class SglangWire implements Wire {

    private static final Generate GENERATE = new Generate(StopText.Hold.PREFIX, true, false, true);
    private static final int USUAL_LIMIT = 16;

    @Override
    public Play answer(Request request, Host host) {
        return switch (request.path()) {
            case "/health", "/ready", "/health_generate" -> Play.response(200, "", "");
            case "/v1/models" -> Models.list(host, "sglang");
            case "/model_info", "/get_model_info" -> {
                ObjectNode info = Json.object().put("model_path", host.manner().model());
                info.put("tokenizer_path", host.manner().model()).put("is_generation", true);
                yield Json.answer(info);
            }
            case "/server_info", "/get_server_info" -> {
                ObjectNode info = Json.object().put("model_path", host.manner().model());
                info.put("version", "0.5.23").put("context_length", host.manner().context());
                info.put("max_total_num_tokens", 16 * host.manner().context());
                yield Json.answer(info.put("enable_cache_report", true));
            }
            case "/tokenize", "/v1/tokenize" -> TokenRoutes.tokenize(Body.of(request.text()), host);
            case "/detokenize", "/v1/detokenize" ->
                    TokenRoutes.detokenize(Body.of(request.text()), host, "text");
            case "/abort_request" -> {
                host.abort(Body.of(request.text()).text("rid", ""));
                yield Play.response(200, "", "");
            }
            case "/v1/completions" -> completions(Body.of(request.text()), host);
            case "/generate" -> prefill(Body.of(request.text()), host);
            case "/v1/chat/completions" -> chat(Body.of(request.text()), host);
            default -> unknown();
        };
    }

    /** The native route, as far as it generates nothing. */
    private static Play prefill(Body body, Host host) {
        if (body.inner("sampling_params").integer("max_new_tokens", USUAL_LIMIT) != 0) {
            throw new Refusal(501, "the scripted server only reads on this route");
        }
        List<Integer> prompt = Asks.prompt(body, "input_ids", host, false);
        Job job = host.start(Asks.of(body, body, prompt, 1, false, 0, false), 0);
        ObjectNode info = Json.object().put("prompt_tokens", job.promptTokens());
        info.put("completion_tokens", 0).put("cached_tokens", job.cachedTokens());
        ObjectNode answer = Json.object().put("text", "");
        answer.set("meta_info", info);
        return Json.answer(answer);
    }

    private Play completions(Body body, Host host) {
        List<Integer> prompt = Asks.prompt(body, "prompt", host, true);
        int most = body.integer("max_tokens", USUAL_LIMIT);
        if (most < 1) {
            throw new Refusal(400, "max_tokens must be positive");
        }
        int top = body.integer("logprobs", 0);
        Shape shape = new OpenAiShape(this, Flavour.SGLANG, false);
        return generate(body, host, prompt, most, top, shape);
    }

    private Play chat(Body body, Host host) {
        List<Integer> prompt =
                body.has("input_ids")
                        ? body.integers("input_ids")
                        : host.encode(render(body, host), true);
        int room = Math.max(1, host.manner().context() - prompt.size() - 1);
        int most = body.integer("max_completion_tokens", body.integer("max_tokens", room));
        Shape shape = new OpenAiShape(this, Flavour.SGLANG, true);
        return generate(body, host, prompt, most, Asks.chatTop(body, 0), shape);
    }

    private static Play generate(
            Body body, Host host, List<Integer> prompt, int most, int top, Shape shape) {
        int context = host.manner().context();
        if (prompt.size() >= context) {
            throw new Refusal(
                    400,
                    "The input (%d tokens) is longer than the model's context length (%d tokens)."
                            .formatted(prompt.size(), context));
        }
        if (prompt.size() + most >= context) {
            throw new Refusal(400, overflow(prompt.size(), most, context));
        }
        boolean keep = body.flag("no_stop_trim", false);
        boolean stream = body.flag("stream", false);
        Ask ask = Asks.of(body, body, prompt, most, keep, top, stream);
        return GENERATE.play(host, ask, 0, shape);
    }

    private static String overflow(int prompt, int most, int context) {
        return ("Requested token count exceeds the model's maximum context length of %d tokens."
                        + " You requested a total of %d tokens: %d tokens from the input messages"
                        + " and %d tokens for the completion. Please reduce the number of tokens"
                        + " in the input messages or the completion to fit within the limit.")
                .formatted(context, prompt + most, prompt, most);
    }

    /** Without the flag, an assistant's last message becomes the user's. */
    private static String render(Body body, Host host) {
        List<Message> messages = new ArrayList<>(Asks.messages(body));
        if (!Asks.endsWithAssistant(messages)) {
            return host.template().render(messages, true);
        }
        if (body.flag("continue_final_message", false)) {
            return host.template().renderContinued(messages, true);
        }
        messages.add(new Message(Role.USER, messages.removeLast().content()));
        return host.template().render(messages, true);
    }

    @Override
    public JsonNode error(int status, String message) {
        ObjectNode error = Json.object().put("object", "error").put("message", message);
        error.put("type", status == 400 ? "BadRequestError" : "InternalServerError");
        return error.putNull("param").put("code", status);
    }
}
