package dev.glimprouter.testkit;

import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.reasoning.Ending;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stream that was read to its end.
 *
 * @param pieces the tokens' texts
 * @param ending how it ended
 * @param cost what it cost
 */
record Read(List<String> pieces, Ending ending, StreamCost cost) {

    /** Reads to the end and closes. */
    static Read all(TokenStream open) {
        try (TokenStream stream = open) {
            List<String> pieces = new ArrayList<>();
            Optional<Token> token = stream.next();
            while (token.isPresent()) {
                pieces.add(token.get().text());
                token = stream.next();
            }
            return new Read(List.copyOf(pieces), stream.ending(), stream.cost());
        }
    }

    String text() {
        return String.join("", pieces);
    }

    int tokens() {
        return pieces.size();
    }
}
