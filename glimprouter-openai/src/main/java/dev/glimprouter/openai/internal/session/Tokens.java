package dev.glimprouter.openai.internal.session;

import dev.glimprouter.openai.internal.wire.TokenizerWire;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns text into the ids of the servers' tokenizer, by asking one of them.
 *
 * <p>Ids that come with a generated text are the better ones, as the server has them in its cache,
 * but have to spell that text. Where the server itself ended the text, only its last token can have
 * been cut; what that token spells is remembered, so that a step seldom costs a request.
 */
final class Tokens {

    private static final String BLANK_LINE = "\n\n";
    private static final int MOST_SPELT = 4096;

    private final Wire wire;
    private final TokenizerWire tokenizer;
    private final Map<Integer, String> spelt = new ConcurrentHashMap<>();

    Tokens(Wire wire, TokenizerWire tokenizer) {
        this.wire = wire;
        this.tokenizer = tokenizer;
    }

    int[] of(String text, Peer peer) {
        return text.isEmpty()
                ? new int[0]
                : tokenizer.ids(wire.send(peer, tokenizer.tokenize(text).orElseThrow()).text());
    }

    /** The ids of a text that a server has generated, where that needs no request. */
    Optional<int[]> known(String text, Optional<OwnIds> generated) {
        return generated
                .filter(own -> mayEndWhole(own, text))
                .filter(own -> endsWith(text, spelt.get(own.last())))
                .map(OwnIds::ids);
    }

    /** The ids of a text that a server may have generated. */
    int[] of(String text, Optional<OwnIds> generated, Peer peer) {
        return generated
                .filter(own -> endsWhole(own, text, peer) || text.equals(textOf(own.ids(), peer)))
                .map(OwnIds::ids)
                .orElseGet(() -> of(text, peer));
    }

    private boolean endsWhole(OwnIds own, String text, Peer peer) {
        return mayEndWhole(own, text) && endsWith(text, textOf(own.last(), peer));
    }

    private static boolean mayEndWhole(OwnIds own, String text) {
        return own.stopped() && !text.isBlank() && text.endsWith(BLANK_LINE);
    }

    /** Whether the text ends with all of its last token, which reaches over the blank line. */
    private static boolean endsWith(String text, @Nullable String end) {
        return end != null && end.endsWith(BLANK_LINE) && text.endsWith(end);
    }

    /** What one token spells; blank where the servers do not tell. */
    String textOf(int id, Peer peer) {
        String known = spelt.get(id);
        if (known != null) {
            return known;
        }
        int[] one = {id};
        String asked = tokenizer.detokenize(one).isEmpty() ? "" : textOf(one, peer);
        if (spelt.size() < MOST_SPELT) {
            spelt.put(id, asked);
        }
        return asked;
    }

    /** The text of ids. */
    String textOf(int[] ids, Peer peer) {
        return ids.length == 0
                ? ""
                : tokenizer.text(wire.send(peer, tokenizer.detokenize(ids).orElseThrow()).text());
    }
}
