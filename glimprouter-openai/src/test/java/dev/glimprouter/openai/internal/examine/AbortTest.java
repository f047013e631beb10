package dev.glimprouter.openai.internal.examine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.openai.Finding.Topic;
import dev.glimprouter.openai.ServerFacts.Abort;
import dev.glimprouter.openai.ServerReport;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Scene;
import dev.glimprouter.testkit.upstream.Faults;
import dev.glimprouter.testkit.upstream.Pacer;
import dev.glimprouter.testkit.upstream.Responder;
import dev.glimprouter.testkit.upstream.dialect.Dialects;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.OptionalInt;

/** How long a server goes on after a reader has hung up, and how that is found out. */
class AbortTest extends ExaminationBase {

    private static Responder vllmTelling(String... metrics) {
        return Faults.onPath("/metrics", inTurn(metrics), Dialects.vllm(ExaminationBase::writes));
    }

    private static Responder llamaTelling(String... slots) {
        return Faults.onPath(
                "/slots", inTurn(slots), Dialects.llamaServer(ExaminationBase::writes));
    }

    private static Abort abort(Abort.End end, Duration after, int past) {
        return new Abort(end, after.toNanos(), OptionalInt.of(past));
    }

    @Test
    void aServerThatGoesOnToTheEndOfPatience() {
        ServerReport report =
                examine(llamaTelling(slots(false, 0), slots(false, 0), slots(true, 200)));

        assertThat(facts(report).abort())
                .isEqualTo(abort(Abort.End.BUSY, Duration.ofSeconds(10), 199));
        assertThat(report.findings())
                .containsExactly(
                        hint(
                                report,
                                Topic.ABORT,
                                "was still busy 10000 ms after a reader had hung up, 199 tokens for nobody: have a proxy before it, if there is one, pass on that a client has gone."));
        assertThat(report.isUsable()).isTrue();
    }

    @Test
    void manyTokensAreLateHoweverFast() {
        ServerReport report =
                examine(llamaTelling(slots(false, 0), slots(false, 0), slots(false, 18)));

        assertThat(facts(report).abort()).isEqualTo(abort(Abort.End.IDLE, Duration.ZERO, 17));
        assertThat(report.findings())
                .containsExactly(
                        hint(
                                report,
                                Topic.ABORT,
                                "went on for 0 ms after a reader had hung up, 17 tokens for nobody: have a proxy before it, if there is one, pass on that a client has gone."));
    }

    @Test
    void countersThatStandStillTellTheEnd() {
        ServerReport report =
                examine(
                        vllmTelling(
                                metrics(0, 7),
                                metrics(0, 7),
                                metrics(1, 8),
                                metrics(1, 9),
                                metrics(1, 10)));

        assertThat(facts(report).abort())
                .isEqualTo(abort(Abort.End.IDLE, Duration.ofMillis(40), 2));
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void aGaugeThatLagsBehindTheRequestBeforeIsWaitedFor() {
        ServerReport report =
                examine(
                        vllmTelling(
                                metrics(1, 7),
                                metrics(1, 7),
                                metrics(0, 7),
                                metrics(1, 8),
                                metrics(0, 8)));

        assertThat(facts(report).abort())
                .isEqualTo(abort(Abort.End.IDLE, Duration.ofMillis(20), 0));
    }

    @Test
    void aServerThatWorksForOthersTellsNothing() {
        ServerReport report = examine(vllmTelling(metrics(1, 7)));

        assertThat(facts(report).abort())
                .isEqualTo(new Abort(Abort.End.ANSWERED, 0, OptionalInt.empty()));
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void aCountThatIsForgottenAtTheEndWasSeenBefore() {
        ServerReport report =
                examine(
                        llamaTelling(
                                slots(false, 0), slots(false, 0), slots(true, 3), slots(false, 0)));

        assertThat(facts(report).abort())
                .isEqualTo(abort(Abort.End.IDLE, Duration.ofMillis(20), 2));
    }

    @Test
    void aSilentLlamaServerIsToldHowToTell() {
        ServerReport report = examine(Dialects.llamaServer(ExaminationBase::writes));

        assertThat(facts(report).abort())
                .isEqualTo(new Abort(Abort.End.ANSWERED, 0, OptionalInt.empty()));
        assertThat(report.findings())
                .containsExactly(
                        hint(
                                report,
                                Topic.ABORT,
                                "does not tell what it generates after a reader has hung up: start llama-server with --slots."));
    }

    @Test
    void theNextAnswerMayComeLate() {
        ServerReport report =
                examine(serve(Dialects.sglang(AbortTest::tardy), Pacer.manual(time))).getFirst();

        assertThat(facts(report).abort())
                .isEqualTo(
                        new Abort(
                                Abort.End.ANSWERED,
                                Duration.ofSeconds(3).toNanos(),
                                OptionalInt.empty()));
        assertThat(report.findings())
                .containsExactly(
                        hint(
                                report,
                                Topic.ABORT,
                                "took 3000 ms to answer after a reader had hung up: run SGLang 0.5.23 or newer."));
    }

    private static Reply tardy(Scene scene) {
        boolean next =
                scene.request().maxTokens() == 1 && scene.request().sampling().temperature() == 0;
        Reply reply = writes(scene);
        return next ? reply.after(Duration.ofSeconds(3)) : reply;
    }
}
