package dev.glimprouter.openai.internal.session;

import dev.glimprouter.openai.internal.wire.TokenizerWire;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Turns text into the ids of the servers' tokenizer, by asking one of them. */
final class Tokens {

    private final Wire wire;
    private final TokenizerWire tokenizer;
    private final Map<Integer, String> texts = new ConcurrentHashMap<>();

    Tokens(Wire wire, TokenizerWire tokenizer) {
        this.wire = wire;
        this.tokenizer = tokenizer;
    }

    int[] of(String text, Peer peer) {
        return text.isEmpty()
                ? new int[0]
                : tokenizer.ids(wire.send(peer, tokenizer.tokenize(text).orElseThrow()).text());
    }

    /**
     * The ids of a text that the server has generated.
     *
     * @param generated ids that came with it, which may go on beyond its end or lack its last ones
     */
    int[] of(String text, Optional<int[]> generated, Peer peer) {
        return generated
                .filter(ids -> ids.length > 0 && text.equals(textOf(ids, peer)))
                .orElseGet(() -> of(text, peer));
    }

    /** The text of one id, asked for once. */
    String textOf(int id, Peer peer) {
        String known = texts.get(id);
        if (known == null) {
            known =
                    tokenizer.detokenize(new int[] {id}).isEmpty()
                            ? ""
                            : textOf(new int[] {id}, peer);
            texts.put(id, known);
        }
        return known;
    }

    /** The text of ids. */
    String textOf(int[] ids, Peer peer) {
        return ids.length == 0
                ? ""
                : tokenizer.text(wire.send(peer, tokenizer.detokenize(ids).orElseThrow()).text());
    }
}
