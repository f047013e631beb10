package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.glimprouter.engine.Breaker;
import dev.glimprouter.engine.Engine;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.testkit.ManualTime;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** A model that was dead at the start is tried again only now and then. */
class LateEngineTest {

    private final ManualTime time = new ManualTime();
    private final RetryableException gone = new RetryableException("nobody answers");
    private final ScriptedEngine engine = ScriptedEngine.of();
    private final LateEngine late =
            new LateEngine("r1", new Reopening(this::open, Breaker.DEFAULT, time, gone));
    private boolean up;
    private int tries;

    private Engine open() {
        tries++;
        if (!up) {
            throw gone;
        }
        return engine;
    }

    private Duration refused() {
        return assertThatExceptionOfType(RetryableException.class)
                .isThrownBy(late::reach)
                .withMessage("nobody answers")
                .actual()
                .details()
                .retryAfter()
                .orElseThrow();
    }

    @Test
    void itIsNotTriedWhileItsPauseLasts() {
        assertThat(refused()).hasSeconds(1);
        assertThat(late.health().usable()).isFalse();

        time.advance(Duration.ofMillis(999));
        assertThat(refused()).hasMillis(1);
        assertThat(tries).isZero();
    }

    @Test
    void eachTryInVainDoublesThePause() {
        time.advance(Duration.ofSeconds(1));
        assertThat(late.health().usable()).as("one may try").isTrue();

        assertThat(refused()).hasSeconds(2);
        assertThat(refused()).hasSeconds(2);
        assertThat(tries).isEqualTo(1);
        time.advance(Duration.ofSeconds(2));
        assertThat(refused()).hasSeconds(4);
    }

    @Test
    void onceItIsThereItStays() {
        up = true;
        time.advance(Duration.ofSeconds(1));

        assertThat(late.reach()).isSameAs(engine);
        assertThat(late.reach()).isSameAs(engine);
        assertThat(tries).isEqualTo(1);
        assertThat(late.health().usable()).isTrue();
    }
}
