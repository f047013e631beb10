package dev.glimprouter.testkit.logits;

import java.util.Arrays;
import java.util.Map;

/** A model as a function. */
@FunctionalInterface
public interface LogitModel {

    /** The logits of the token after some tokens, head included, one for each id. */
    float[] logits(int... tokens);

    /** Logits by the last token alone, one row for each. */
    static LogitModel chain(float[]... rows) {
        return tokens -> rows[tokens[tokens.length - 1]];
    }

    /**
     * Writes one text, whatever stands in it so far: the token at each place after the head, with
     * hardly a doubt, and then the end.
     *
     * @param head length of the head in tokens
     * @param doubts entropies in nats of about this size, by place from 0, where there is some
     *     doubt: the doubt is spread over so many tokens evenly
     */
    static LogitModel writing(Words words, int head, String text, Map<Integer, Integer> doubts) {
        int[] ids = words.ids(text);
        return tokens -> {
            int place = tokens.length - head;
            int next = place >= 0 && place < ids.length ? ids[place] : Words.END;
            float[] logits = new float[words.size()];
            Arrays.fill(logits, -100);
            for (int i = 0; i < doubts.getOrDefault(place, 1); i++) {
                logits[(next + i) % logits.length] = -i / 1024f;
            }
            return logits;
        };
    }
}
