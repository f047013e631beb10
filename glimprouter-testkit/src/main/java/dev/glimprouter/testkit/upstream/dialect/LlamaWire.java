package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.question.Message;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Request;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** llama-server. */
final class LlamaWire implements Wire {

    private static final Generate GENERATE = new Generate(StopText.Hold.PREFIX, false, true, false);
    private static final int USUAL_TOP = 20;

    @Override
    public PrefixCache cache(Manner manner) {
        return new PrefixCache(manner.slots(), 1);
    }

    @Override
    public boolean losesUpgradedBodies() {
        return false;
    }

    @Override
    public Play loading() {
        return Json.answer(503, error(503, "Loading model"));
    }

    @Override
    public Play unknown() {
        return Json.answer(404, error(404, "File Not Found"));
    }

    @Override
    public Play answer(Request request, Host host) {
        return switch (request.path()) {
            case "/health", "/v1/health" -> Json.answer(Json.object().put("status", "ok"));
            case "/props" -> LlamaProps.answer(host);
            case "/models", "/v1/models" -> Models.llama(host);
            case "/tokenize" -> LlamaTokens.tokenize(Body.of(request.text()), host);
            case "/detokenize" -> {
                List<Integer> tokens = Body.of(request.text()).integers("tokens");
                yield Json.answer(Json.object().put("content", host.words().decode(tokens)));
            }
            case "/apply-template" -> {
                String prompt = render(Body.of(request.text()), host);
                yield Json.answer(Json.object().put("prompt", prompt));
            }
            case "/completion", "/completions" -> {
                Body body = Body.of(request.text());
                List<Integer> prompt = Asks.prompt(body, "prompt", host, true);
                yield generate(body, host, prompt, top(body), new LlamaShape(this));
            }
            case "/v1/completions" -> {
                Body body = Body.of(request.text());
                List<Integer> prompt = Asks.prompt(body, "prompt", host, true);
                Shape shape = new OpenAiShape(this, Flavour.LLAMA, false);
                yield generate(body, host, prompt, top(body), shape);
            }
            case "/chat/completions", "/v1/chat/completions" -> {
                Body body = Body.of(request.text());
                List<Integer> prompt = host.encode(render(body, host), true);
                Shape shape = new OpenAiShape(this, Flavour.LLAMA, true);
                yield generate(body, host, prompt, Asks.chatTop(body, USUAL_TOP), shape);
            }
            default -> unknown();
        };
    }

    private static int top(Body body) {
        return body.integer("n_probs", body.integer("logprobs", 0));
    }

    private Play generate(Body body, Host host, List<Integer> prompt, int top, Shape shape) {
        int context = host.manner().context();
        if (prompt.size() >= context) {
            return Json.answer(400, overflow(prompt.size(), context));
        }
        int asked = body.integer("n_predict", body.integer("max_tokens", -1));
        int most = asked < 0 ? Asks.ALL : asked;
        boolean stream = body.flag("stream", false);
        Ask ask = Asks.of(body, body, prompt, most, false, top, stream);
        int wanted = body.integer("id_slot", -1);
        if (wanted >= host.manner().slots()) {
            throw new Refusal(400, "id_slot is out of range: " + wanted);
        }
        int slot = wanted >= 0 ? wanted : host.cache().slotFor(prompt);
        return GENERATE.play(host, ask, slot, shape);
    }

    private JsonNode overflow(int prompt, int context) {
        String message =
                "request (%d tokens) exceeds the available context size (%d tokens), try increasing it"
                        .formatted(prompt, context);
        ObjectNode error = Json.object();
        error.putObject("error")
                .put("code", 400)
                .put("message", message)
                .put("type", "exceed_context_size_error")
                .put("n_prompt_tokens", prompt)
                .put("n_ctx", context);
        return error;
    }

    /** What the tokenizer is going to add is left out. */
    private static String render(Body body, Host host) {
        String text = fill(body, host);
        boolean twice =
                host.manner().has(Quirk.BEGIN_TOKEN) && text.startsWith(Vocabulary.BEGIN_TEXT);
        return twice ? text.substring(Vocabulary.BEGIN_TEXT.length()) : text;
    }

    /** An assistant's last message is continued without being asked to. */
    private static String fill(Body body, Host host) {
        List<Message> messages = Asks.messages(body);
        boolean goOn = body.has("continue_final_message");
        if (goOn && body.flag("add_generation_prompt", false)) {
            throw new Refusal(
                    400, "Cannot set both add_generation_prompt and continue_final_message");
        }
        if (!Asks.endsWithAssistant(messages)) {
            return host.template().render(messages, body.flag("add_generation_prompt", true));
        }
        if (messages.size() > 1
                && Asks.endsWithAssistant(messages.subList(0, messages.size() - 1))) {
            throw new Refusal(
                    400, "Cannot have 2 or more assistant messages at the end of the list.");
        }
        return host.template().renderContinued(messages, false);
    }

    @Override
    public JsonNode error(int status, String message) {
        String type =
                switch (status) {
                    case 400 -> "invalid_request_error";
                    case 401 -> "authentication_error";
                    case 404 -> "not_found_error";
                    case 503 -> "unavailable_error";
                    default -> "server_error";
                };
        ObjectNode error = Json.object();
        error.putObject("error").put("code", status).put("message", message).put("type", type);
        return error;
    }
}
