package dev.glimprouter.cli;

import dev.glimprouter.openai.OpenAiProvider;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Responder;
import dev.glimprouter.testkit.upstream.dialect.Dialect;
import dev.glimprouter.testkit.upstream.dialect.Dialects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A command line whose models are behind scripted servers. */
abstract class ServerTestBase {

    static final String COMPLETIONS = "/v1/completions";
    static final Reply UNSURE = Reply.text("Hm").entropy(3.5);
    static final Reply LAST = Reply.text("So it is four.</think>");
    static final Reply ANSWER = Reply.text("4");

    private final List<FaultServer> servers = new ArrayList<>();

    @TempDir Path folder;

    @AfterEach
    void closeServers() {
        servers.forEach(FaultServer::close);
    }

    FaultServer server(Responder responder) {
        FaultServer server = FaultServer.start(responder);
        servers.add(server);
        return server;
    }

    static Dialect vllm(Reply... replies) {
        return Dialects.vllm(Script.of(replies));
    }

    Stage stage() {
        Stage stage = Stage.usual(folder);
        stage.provider = new OpenAiProvider();
        return stage;
    }

    /** The arguments of a question to two servers, which is not asked again after a failure. */
    static String[] ask(URI small, URI large, String... more) {
        Stream<String> models =
                Stream.of("ask", "--small", small.toString(), "--large", large.toString());
        return Stream.of(models, Stream.of("--retries", "0"), Stream.of(more), Stream.of("What?"))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }
}
