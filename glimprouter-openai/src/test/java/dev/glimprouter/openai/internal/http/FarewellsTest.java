package dev.glimprouter.openai.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

@Timeout(60)
class FarewellsTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final CountDownLatch heard = new CountDownLatch(1);
    private final AtomicBoolean over = new AtomicBoolean();

    @AfterEach
    void hear() {
        heard.countDown();
    }

    private void untilHeard() {
        try {
            heard.await();
            over.set(true);
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void areWaitedFor() {
        Farewells farewells = new Farewells(LONG);
        farewells.begin(this::untilHeard);
        Thread.ofVirtual().start(heard::countDown);

        farewells.close();

        assertThat(over).isTrue();
    }

    @Test
    void areNotWaitedForLongerThanTheGrace() {
        Farewells farewells = new Farewells(Duration.ofMillis(1));
        farewells.begin(this::untilHeard);

        farewells.close();

        assertThat(over).isFalse();
    }

    @Test
    void oneThatComesTooLateIsLost() {
        Farewells farewells = new Farewells(LONG);
        farewells.close();

        farewells.begin(() -> over.set(true));
        farewells.close();

        assertThat(over).isFalse();
    }

    @Test
    void anInterruptFromBeforeDoesNotEndTheWaitAndIsKept() {
        Farewells farewells = new Farewells(LONG);
        farewells.begin(this::untilHeard);
        Thread.currentThread().interrupt();
        Thread.ofVirtual().start(heard::countDown);

        farewells.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(over).isTrue();
    }

    @Test
    void anInterruptEndsTheWait() throws InterruptedException {
        Farewells farewells = new Farewells(LONG);
        farewells.begin(this::untilHeard);
        AtomicBoolean kept = new AtomicBoolean();
        CountDownLatch began = new CountDownLatch(1);
        Thread closing =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    began.countDown();
                                    farewells.close();
                                    kept.set(Thread.currentThread().isInterrupted());
                                });
        began.await();
        while (closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        closing.interrupt();
        closing.join();

        assertThat(kept).isTrue();
        assertThat(over).isFalse();
    }
}
