package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.question.Message;
import dev.glimprouter.testkit.upstream.Play;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** The tokenizer as vLLM and SGLang lend it: a text or a conversation in, ids out; and back. */
final class TokenRoutes {

    private TokenRoutes() {}

    static Play tokenize(Body body, Host host) {
        List<Integer> ids =
                body.has("messages")
                        ? host.encode(render(body, host), body.flag("add_special_tokens", false))
                        : host.encode(
                                body.text("prompt", ""), body.flag("add_special_tokens", true));
        ObjectNode answer = Json.object().put("count", ids.size());
        answer.put("max_model_len", host.manner().context());
        answer.set("tokens", Json.integers(ids));
        return Json.answer(answer);
    }

    /**
     * The text of ids.
     *
     * @param field what the answer calls it
     */
    static Play detokenize(Body body, Host host, String field) {
        String text = host.words().decode(body.integers("tokens"));
        return Json.answer(Json.object().put(field, text));
    }

    /** A conversation, which goes on with the assistant's last message where that is asked for. */
    static String render(Body body, Host host) {
        List<Message> messages = Asks.messages(body);
        boolean goOn = body.flag("continue_final_message", false);
        boolean open = body.flag("add_generation_prompt", true);
        if (goOn && open) {
            throw new Refusal(
                    400,
                    "Cannot set both `continue_final_message` and `add_generation_prompt` to"
                            + " True.");
        }
        return goOn
                ? host.template().renderContinued(messages, false)
                : host.template().render(messages, open);
    }
}
