package dev.glimprouter.testkit.upstream.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.upstream.Client;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Responder;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;

/** A dialect's server and a client for it. */
final class Stand implements AutoCloseable {

    final FaultServer server;
    final Client client;

    Stand(Responder responder) {
        server = FaultServer.start(responder);
        client = new Client(server.uri());
    }

    /** Single quotes stand for double ones. */
    static String quoted(String json) {
        return json.replace('\'', '"');
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return json(client.get(path).body());
    }

    HttpResponse<String> send(String path, String body) throws IOException, InterruptedException {
        return client.post(path, quoted(body));
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = send(path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response.body());
    }

    /** The messages of a stream, without [DONE]. */
    List<JsonNode> stream(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = send(path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Client.data(response.body()).stream()
                .filter(data -> !data.equals("[DONE]"))
                .map(Stand::json)
                .toList();
    }

    /** The texts of completions chunks, usage chunks aside. */
    static List<String> texts(List<JsonNode> chunks) {
        return chunks.stream()
                .filter(chunk -> !chunk.path("choices").isEmpty())
                .map(chunk -> chunk.path("choices").get(0).path("text").stringValue())
                .toList();
    }

    static JsonNode choice(JsonNode chunk) {
        return chunk.path("choices").path(0);
    }

    @Override
    public void close() {
        client.close();
        server.close();
        assertThat(server.failures()).isEmpty();
    }
}
