package dev.glimprouter.internal;

import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.time.Cancellation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much the gap of the two best logits changes when tokens are evaluated several in a batch
 * instead of one by one, on the same text.
 */
final class BatchTolerance {

    private static final int BATCH = 8;
    private static final int MOST = 64;

    private double most;
    private int compared;

    /** The gaps after each of the tokens of a text, evaluated one by one; learns from batches. */
    List<LogitGap> learn(TokenSession session, int... ids) {
        Cancellation never = new Cancellation();
        List<LogitGap> gaps = new ArrayList<>();
        for (int i = 0; i <= ids.length; i++) {
            int[] draft = Arrays.copyOf(ids, i);
            gaps.add(
                    LogitGap.of(
                            session.verify(draft, i, never).distributions().getFirst().logits()));
        }
        int first = Math.max(0, ids.length - MOST);
        for (int to = first + BATCH; to <= ids.length; to += BATCH) {
            var batch = session.verify(Arrays.copyOf(ids, to), to - BATCH, never).distributions();
            for (int i = 0; i <= BATCH; i++) {
                LogitGap one = gaps.get(to - BATCH + i);
                most = Math.max(most, one.changeIn(batch.get(i).logits()));
                compared++;
            }
        }
        return gaps;
    }

    /** The greatest change so far, in logits. */
    double most() {
        return most;
    }

    /** How many gaps were compared. */
    int compared() {
        return compared;
    }
}
