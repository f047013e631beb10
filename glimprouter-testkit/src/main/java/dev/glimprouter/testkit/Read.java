package dev.glimprouter.testkit;

import dev.glimprouter.engine.Incident;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.glimpse.Entropy;
import dev.glimprouter.glimpse.TokenDistribution;
import dev.glimprouter.reasoning.Ending;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stream that was read to its end.
 *
 * @param pieces the tokens' texts
 * @param glimpse entropy of the first token's distribution; empty if it was not asked for or lost
 * @param ending how it ended
 * @param cost what it cost
 * @param incidents what befell it on the way
 */
public record Read(
        List<String> pieces,
        Optional<Entropy> glimpse,
        Ending ending,
        StreamCost cost,
        List<Incident> incidents) {

    /** Copies the lists. */
    public Read {
        pieces = List.copyOf(pieces);
        incidents = List.copyOf(incidents);
    }

    /** Reads to the end and closes. */
    public static Read all(TokenStream open) {
        try (TokenStream stream = open) {
            List<String> pieces = new ArrayList<>();
            Optional<Token> token = stream.next();
            Optional<Entropy> glimpse =
                    token.flatMap(Token::distribution).map(TokenDistribution::entropy);
            while (token.isPresent()) {
                pieces.add(token.get().text());
                token = stream.next();
            }
            return new Read(pieces, glimpse, stream.ending(), stream.cost(), stream.incidents());
        }
    }

    /** All that was written. */
    public String text() {
        return String.join("", pieces);
    }

    /** How many tokens were delivered. */
    public int tokens() {
        return pieces.size();
    }
}
