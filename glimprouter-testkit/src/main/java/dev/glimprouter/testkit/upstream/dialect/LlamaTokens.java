package dev.glimprouter.testkit.upstream.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glimprouter.testkit.upstream.Play;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/** llama-server's tokenizer. */
final class LlamaTokens {

    private LlamaTokens() {}

    static Play tokenize(Body body, Host host) {
        String text = body.text("content", "");
        List<Integer> ids = new ArrayList<>();
        if (body.flag("add_special", false) && host.manner().has(Quirk.BEGIN_TOKEN)) {
            ids.add(Vocabulary.BEGIN);
        }
        ids.addAll(
                body.flag("parse_special", true)
                        ? host.words().encode(text)
                        : host.words().encodePlain(text));
        ObjectNode answer = Json.object();
        answer.set(
                "tokens", body.flag("with_pieces", false) ? pieces(ids, host) : Json.integers(ids));
        return Json.answer(answer);
    }

    private static ArrayNode pieces(List<Integer> ids, Host host) {
        ArrayNode pieces = Json.array();
        for (int id : ids) {
            byte[] bytes = host.words().bytes(id);
            String text = new String(bytes, UTF_8);
            ObjectNode piece = Json.object().put("id", id);
            if (text.indexOf('\ufffd') >= 0) {
                piece.set("piece", Json.bytes(bytes));
            } else {
                piece.put("piece", text);
            }
            pieces.add(piece);
        }
        return pieces;
    }
}
