package dev.glimprouter.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A request to stop. */
class CancellationTest {

    private final Cancellation cancellation = new Cancellation();
    private final List<String> heard = new ArrayList<>();

    @Test
    void everyListenerHearsItOnceInOrder() {
        cancellation.onCancel(() -> heard.add("one"));
        cancellation.onCancel(() -> heard.add("two"));

        cancellation.cancel();
        cancellation.cancel();

        assertThat(heard).containsExactly("one", "two");
        assertThat(cancellation.isCancelled()).isTrue();
    }

    @Test
    void whoComesLateHearsItAtOnce() {
        cancellation.cancel();

        cancellation.onCancel(() -> heard.add("late")).close();

        assertThat(heard).containsExactly("late");
    }

    @Test
    void whoHasLeftHearsNothing() {
        Runnable action = () -> heard.add("x");
        cancellation.onCancel(action).close();
        cancellation.onCancel(action);

        cancellation.cancel();

        assertThat(heard).containsExactly("x");
    }

    @Test
    void aListenerThatThrowsDoesNotKeepItFromTheOthers() {
        cancellation.onCancel(
                () -> {
                    throw new IllegalStateException("broken");
                });
        cancellation.onCancel(() -> heard.add("other"));

        assertThatThrownBy(cancellation::cancel).hasMessage("broken");
        assertThat(heard).containsExactly("other");
    }

    @Test
    void listenersSeeThatItIsCancelledAndMayListenAgain() {
        cancellation.onCancel(
                () -> cancellation.onCancel(() -> heard.add("" + cancellation.isCancelled())));

        cancellation.cancel();

        assertThat(heard).containsExactly("true");
    }

    @Test
    void ofManyThreadsThatCancelEachListenerHearsOne() throws Exception {
        AtomicInteger count = new AtomicInteger();
        for (int i = 0; i < 100; i++) {
            cancellation.onCancel(count::incrementAndGet);
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.execute(cancellation::cancel);
                threads.execute(() -> cancellation.onCancel(count::incrementAndGet));
            }
        }
        assertThat(count).hasValue(120);
    }

    @Test
    void anAlarmRingsOnAnotherThread() throws Exception {
        CompletableFuture<Thread> rang = new CompletableFuture<>();

        Time.system().after(1, () -> rang.complete(Thread.currentThread()));

        assertThat(rang.get(30, TimeUnit.SECONDS)).isNotSameAs(Thread.currentThread());
    }

    @Test
    void theClockOfTheMachineDoesNotRunBackwards() {
        long first = Time.system().nanos();

        assertThat(Time.system().nanos()).isGreaterThanOrEqualTo(first);
    }
}
