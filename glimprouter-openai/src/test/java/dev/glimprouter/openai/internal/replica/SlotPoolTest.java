package dev.glimprouter.openai.internal.replica;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Which slot a problem gets. */
class SlotPoolTest {

    private static final List<ProblemKey> KEYS = Problems.of(7).limit(6).toList();

    private final SlotPool pool = new SlotPool(3);

    private Slot take(int problem) {
        return pool.take(KEYS.get(problem)).orElseThrow();
    }

    @Test
    void slotsThatWereNeverUsedComeFirst() {
        take(0).close();

        assertThat(take(1).id()).isEqualTo(1);
        assertThat(take(2).id()).isEqualTo(2);
        assertThat(take(3).id()).isZero();
    }

    @Test
    void aProblemGetsTheSlotThatItHad() {
        Slot had = take(0);
        Slot other = take(1);
        other.close();
        had.close();
        take(2).close();

        assertThat(take(0).id()).isEqualTo(had.id());
        assertThat(take(1).id()).isEqualTo(other.id());
    }

    @Test
    void elseTheLeastRecentlyUsedOne() {
        List<Slot> slots = List.of(take(0), take(1), take(2));
        slots.get(1).close();
        slots.get(0).close();
        slots.get(2).close();

        assertThat(List.of(take(3).id(), take(4).id(), take(5).id())).containsExactly(1, 0, 2);
    }

    @Test
    void repeatsOfAProblemAtTheSameTimeHaveSlotsOfTheirOwn() {
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(take(0).id());
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void nobodyIsPinnedWhenAllAreTaken() {
        take(0);
        take(1);
        Slot last = take(2);
        assertThat(pool.take(KEYS.get(3))).isEmpty();

        last.close();
        assertThat(pool.take(KEYS.get(3))).map(Slot::id).hasValue(last.id());
        last.close();
        assertThat(pool.take(KEYS.get(4))).as("closed twice").isEmpty();
    }

    @Test
    void aServerWithoutSlotsPinsNobody() {
        assertThat(new SlotPool(0).take(KEYS.getFirst())).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void noSlotIsHeldTwiceOrLost(long seed) throws InterruptedException {
        Set<Integer> held = new HashSet<>();
        List<String> broken = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            Random random = new Random(seed * 100 + i);
            threads.add(Thread.ofVirtual().start(() -> useSlots(random, held, broken)));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(broken).isEmpty();
        assertThat(held).isEmpty();
        assertThat(Set.of(take(0).id(), take(1).id(), take(2).id()))
                .containsExactlyInAnyOrder(0, 1, 2);
    }

    private void useSlots(Random random, Set<Integer> held, List<String> broken) {
        for (int i = 0; i < 200; i++) {
            Optional<Slot> slot = pool.take(KEYS.get(random.nextInt(KEYS.size())));
            if (slot.isPresent()) {
                int id = slot.get().id();
                synchronized (held) {
                    if (!held.add(id)) {
                        broken.add("held twice: " + id);
                    }
                }
                if (random.nextBoolean()) {
                    Problems.letOthersRun();
                }
                synchronized (held) {
                    held.remove(id);
                }
                slot.get().close();
            }
        }
    }
}
