package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.upstream.FaultServer;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** {@code serve} with models on servers that change while it runs. */
class ServeServersTest extends ServerTestBase {

    private Path file(URI small, URI large) throws IOException {
        return Files.writeString(
                folder.resolve("router.yaml"),
                "{small: {model: '%s'}, large: {model: '%s'}, serve: {port: 0}}"
                        .formatted(small, large));
    }

    @Test
    void theNextRequestGoesToTheOtherServer() throws Exception {
        FaultServer small = server(vllm(LAST, LAST));
        FaultServer one = server(vllm(Reply.text("one")));
        FaultServer two = server(vllm(Reply.text("two")));
        Stage stage = stage();
        CompletableFuture<Integer> code =
                Served.serve(stage, "--config", file(small.uri(), one.uri()).toString());
        String base = Served.base(stage);
        assertThat(Served.ask(base, "X", "y").body()).contains("\"content\":\"one\"");

        file(small.uri(), two.uri());
        Served.await(stage, "read anew and is in force");

        assertThat(Served.ask(base, "X", "y").body()).contains("\"content\":\"two\"");
        stage.interrupts.raise(Interrupts.Kind.TERM);
        assertThat(code.join()).isEqualTo(143);
        assertThat(one.exchanges(COMPLETIONS)).hasSize(1);
    }
}
