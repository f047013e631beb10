package dev.glimprouter.eval.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.strategy.Domain;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** A threshold for each domain. */
class DomainCalibrationTest {

    private static final Target WANTED = new Target.Steps(0.3, 0.001);

    @TempDir Path folder;

    /** Ten sums, and ten programs that small hesitates more about. */
    private Sums sums() {
        return new Sums(folder, 20)
                .asking(
                        i ->
                                i < 10
                                        ? "What is %d + %d?".formatted(i, i)
                                        : "What does python's function add return for %d?"
                                                .formatted(i));
    }

    private Profile profile(Sums sums, String strategy) {
        return new Calibration(sums.runner(), CalibrationListener.NONE)
                .profilePerDomain(sums.plan(strategy, WANTED, 4));
    }

    @Test
    void eachDomainMeetsTheTargetByItself() {
        Sums sums = sums();

        Profile profile = profile(sums, "glimpse");

        assertThat(profile.strategy())
                .isEqualTo("domain(maths=0.5, code=1.5, science=1.0, general=1.0, is=auto)");
        assertThat(profile.reached()).isTrue();
        assertThat(profile.parts())
                .extracting(part -> part.domain().orElseThrow())
                .containsExactly(Domain.MATHS, Domain.CODE);
        assertThat(profile.parts()).extracting(Part::questions).containsExactly(10, 10);
        assertThat(profile.found().figures().stepsByLarge().orElseThrow().value()).isEqualTo(0.3);
        assertThat(profile.questions()).isEqualTo(sums.questions().dataset().hashes());
        assertThat(folder.resolve("maths/glimpse-tau-0.5.jsonl")).exists();
    }

    @Test
    void onlyGlimpseAloneHasThem() {
        assertThatThrownBy(() -> profile(sums(), "glimpse or opening(1)"))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("leave out --per-domain");
    }
}
