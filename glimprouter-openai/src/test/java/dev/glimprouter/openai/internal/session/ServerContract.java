package dev.glimprouter.openai.internal.session;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.openai.internal.profile.SamplingFields.Field;
import dev.glimprouter.openai.internal.profile.StopRule;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Scene;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.time.Time;

import org.junit.jupiter.api.AfterEach;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What every engine has to do, done by a kind of server that a script plays. */
abstract class ServerContract extends AnyServerContract {

    private static final int ENDLESS = 999;

    private final List<FaultServer> servers = new ArrayList<>();

    /** The kind of server. */
    abstract Kind kind();

    private boolean has(Field field) {
        return kind().profile().sampling().has(field);
    }

    /** Without a seed the server draws as it likes. */
    @Override
    protected boolean isReproducible() {
        return has(Field.SEED);
    }

    /** Who ends a step sees what stands behind its end. */
    @Override
    protected boolean seesDroppedText() {
        return kind().profile().stops().by() == StopRule.By.CLIENT;
    }

    @Override
    protected Engine open() {
        Script babble = has(Field.SEED) ? Script.babbling() : drawingByItself();
        Reply endless = Reply.tokens("on", " and", " on").thenSilence();
        FaultServer server =
                FaultServer.start(
                        kind().dialect(
                                        scene ->
                                                scene.request().maxTokens() == ENDLESS
                                                        ? endless
                                                        : babble.reply(scene)));
        servers.add(server);
        return new Servers(Time.system(), InstantSource.system(), RandomGenerator.getDefault())
                .open(
                        new ModelSource.Servers(List.of(server.uri()), "", kind().settings()),
                        kind().template());
    }

    /** A model whose draws no request decides. */
    private static Script drawingByItself() {
        Script babble = Script.babbling();
        return scene -> babble.reply(seeded(scene));
    }

    private static Scene seeded(Scene scene) {
        Generation asked = scene.request();
        Generation drawn =
                new Generation(
                        asked.sampling(),
                        asked.maxTokens(),
                        asked.until(),
                        asked.distributions(),
                        scene.call());
        return new Scene(scene.head(), scene.text(), drawn, scene.call());
    }

    @AfterEach
    void closeServers() {
        servers.forEach(FaultServer::close);
        servers.clear();
    }

    @Override
    protected Generation lengthy() {
        return new Generation(sampling(), ENDLESS, Until.END_OF_SEQUENCE, Distributions.NONE, 1);
    }
}
