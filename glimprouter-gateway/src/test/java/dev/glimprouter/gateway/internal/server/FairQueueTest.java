package dev.glimprouter.gateway.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whose turn it is. */
class FairQueueTest {

    private static List<String> drained(FairQueue<String> queue) {
        List<String> all = new ArrayList<>();
        for (Optional<String> next = queue.poll(); next.isPresent(); next = queue.poll()) {
            all.add(next.get());
        }
        return all;
    }

    @Test
    void ownersTakeTurnsHoweverManyTheySend() {
        FairQueue<String> queue = new FairQueue<>();
        for (int i = 1; i <= 3; i++) {
            queue.add("greedy", "g" + i);
        }
        queue.add("modest", "m1");
        queue.add("other", "o1");
        queue.add("modest", "m2");

        assertThat(queue.size()).isEqualTo(6);
        assertThat(drained(queue)).containsExactly("g1", "m1", "o1", "g2", "m2", "g3");
        assertThat(queue.size()).isZero();
    }

    @Test
    void whoLeavesDoesNotTakeATurn() {
        FairQueue<String> queue = new FairQueue<>();
        queue.add("a", "a1");
        queue.add("b", "b1");

        assertThat(queue.remove("a", "a1")).isTrue();
        assertThat(queue.remove("a", "a1")).isFalse();
        assertThat(drained(queue)).containsExactly("b1");
    }
}
