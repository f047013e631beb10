package dev.glimprouter.openai.internal.session;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.openai.OpenAiProvider;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.dialect.Dialect;

import org.junit.jupiter.api.AfterEach;

import java.util.ArrayList;
import java.util.List;

/** What every engine has to do, done by a kind of server that a script plays. */
abstract class ServerContract extends AnyServerContract {

    private static final int ENDLESS = 999;

    private final List<FaultServer> servers = new ArrayList<>();

    /** The kind of server. */
    protected abstract Dialect dialect(Script script);

    /** Name of the profile; found out by default. */
    protected ServerSettings settings() {
        return ServerSettings.DEFAULT;
    }

    protected EngineOptions options() {
        return EngineOptions.DEFAULT;
    }

    @Override
    protected Engine open() {
        Script babble = Script.babbling();
        Reply endless = Reply.tokens("on", " and", " on").thenSilence();
        FaultServer server =
                FaultServer.start(
                        dialect(
                                scene ->
                                        scene.request().maxTokens() == ENDLESS
                                                ? endless
                                                : babble.reply(scene)));
        servers.add(server);
        return new OpenAiProvider()
                .open(new ModelSource.Servers(List.of(server.uri()), "", settings()), options());
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
