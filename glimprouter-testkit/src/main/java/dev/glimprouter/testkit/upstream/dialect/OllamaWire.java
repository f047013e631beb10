package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Request;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Ollama. */
final class OllamaWire implements Wire {

    private static final Generate GENERATE = new Generate(StopText.Hold.PREFIX, false, true, false);
    private static final int MOST_LOGPROBS = 20;

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
        return Json.answer(
                503,
                error(503, "server busy, please try again.  maximum pending requests exceeded"));
    }

    @Override
    public Play unknown() {
        return Play.response(404, "text/plain", "404 page not found");
    }

    @Override
    public Play answer(Request request, Host host) {
        return switch (request.path()) {
            case "/" -> Play.response(200, "text/plain; charset=utf-8", "Ollama is running");
            case "/api/version" -> Json.answer(Json.object().put("version", "0.33.0"));
            case "/api/tags" -> tags(host);
            case "/v1/models" -> Models.list(host, "library");
            case "/api/show" -> show(host);
            case "/api/generate" -> generate(Body.of(request.text()), host);
            default -> unknown();
        };
    }

    private static Play tags(Host host) {
        ObjectNode tags = Json.object();
        tags.putArray("models").addObject().put("name", host.manner().model());
        return Json.answer(tags);
    }

    private static Play show(Host host) {
        ObjectNode show = Json.object().put("template", "{{ .Prompt }}");
        show.putObject("details").put("format", "gguf").put("family", "script");
        show.putObject("model_info")
                .put("general.architecture", "script")
                .put("script.context_length", host.manner().context())
                .put("script.vocab_size", Vocabulary.SIZE);
        show.putArray("capabilities").add("completion");
        return Json.answer(show);
    }

    private Play generate(Body body, Host host) {
        String text = body.text("prompt", "");
        List<Message> question = List.of(new Message(Role.USER, text));
        String prompt = body.flag("raw", false) ? text : host.template().render(question, true);
        List<Integer> ids = host.encode(prompt, true);
        int listed = body.integer("top_logprobs", 0);
        if (listed < 0 || listed > MOST_LOGPROBS) {
            throw new Refusal(400, "top_logprobs must be between 0 and 20");
        }
        if (ids.size() >= host.manner().context()) {
            throw new Refusal(400, "the input length exceeds the context length");
        }
        Body options = body.inner("options");
        int asked = options.integer("num_predict", -1);
        int most = asked < 0 ? Asks.ALL : asked;
        int top = body.flag("logprobs", false) ? listed : 0;
        boolean stream = body.flag("stream", true);
        Ask ask = Asks.of(body, options, ids, most, false, top, stream);
        return GENERATE.play(host, ask, host.cache().slotFor(ids), new OllamaShape(this));
    }

    @Override
    public JsonNode error(int status, String message) {
        return Json.object().put("error", message);
    }
}
