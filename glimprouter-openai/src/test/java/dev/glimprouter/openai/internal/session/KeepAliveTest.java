package dev.glimprouter.openai.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Session;
import dev.glimprouter.testkit.Read;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.upstream.Act;
import dev.glimprouter.testkit.upstream.Exchange;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Faults;
import dev.glimprouter.testkit.upstream.Gate;
import dev.glimprouter.testkit.upstream.Outcome;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.stream.Stream;

/** Connections live longer than the replies on them. */
class KeepAliveTest extends SessionTestBase {

    private static final Generation ANSWER = generation(Until.END_OF_SEQUENCE, 64);

    @ParameterizedTest
    @EnumSource
    void repliesThatAreReadWholeLeaveTheirConnections(Kind kind) {
        FaultServer server = server(kind.dialect(Script.looping(Reply.text("So it is four."))));
        Session session = engine(kind.settings(), kind.template(), server.uri()).open(HEAD);

        for (int i = 0; i < 40; i++) {
            assertThat(Read.all(session.generate(ANSWER)).text()).isEqualTo("So it is four.");
        }

        assertThat(server.exchanges(kind.path()))
                .hasSize(40)
                .extracting(Exchange::awaitEnd)
                .containsOnly(Outcome.PLAYED);
        assertThat(server.connections()).isLessThan(10);
    }

    @ParameterizedTest
    @EnumSource
    void aTextDoesNotWaitForTheEndOfItsReply(Kind kind) {
        Gate gate = new Gate();
        FaultServer server =
                server(
                        Faults.changed(
                                kind.path(),
                                play ->
                                        play.mapped(
                                                act ->
                                                        act instanceof Act.End
                                                                ? Stream.of(new Act.Wait(gate), act)
                                                                : Stream.of(act)),
                                kind.dialect(Script.looping(Reply.text("So.")))));
        Session session = engine(kind.settings(), kind.template(), server.uri()).open(HEAD);

        assertThat(Read.all(session.generate(ANSWER)).text()).isEqualTo("So.");

        gate.open();
        assertThat(server.awaitExchange(kind.path(), 0).awaitEnd()).isEqualTo(Outcome.PLAYED);
    }
}
