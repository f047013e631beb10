package dev.glimprouter.benchmarks.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A vLLM that has said everything before it is asked: each reply is one write of the same bytes,
 * streamed or whole, as a completion or as a chat.
 */
final class CannedModel implements CannedServer.Script {

    /** Stands at the end of every answer. */
    static final String LAST_WORD = " four.";

    private static final List<String> THOUGHTS =
            List.of("Two", " and", " two", " is", " asked", " for", ".", "\n");
    private static final List<String> ANSWER =
            List.of("\n\n", "It", " is", " two", " and", " two", " :", LAST_WORD);

    private final byte[] version = CannedReply.json(VllmJson.VERSION);
    private final byte[] models = CannedReply.json(VllmJson.MODELS);
    private final byte[] tail =
            CannedReply.json(
                    "{\"prompt\":%s}".formatted(VllmJson.quoted("<|im_start|>assistant\n")));
    private final byte[] completion = completion();
    private final byte[] chatStream = chatStream();
    private final byte[] chat =
            CannedReply.json(
                    VllmJson.chat(
                            String.join("", THOUGHTS),
                            String.join("", ANSWER).strip(),
                            THOUGHTS.size() + ANSWER.size() + 2));
    private final AtomicInteger answered = new AtomicInteger();

    /** Requests that were answered since this was asked last. */
    int takeAnswered() {
        return answered.getAndSet(0);
    }

    @Override
    public void answer(RawRequest request, OutputStream out) throws IOException {
        answered.incrementAndGet();
        out.write(
                switch (request.path()) {
                    case "/version" -> version;
                    case "/v1/models" -> models;
                    case "/tokenize" -> CannedReply.json(VllmJson.tokenized(request.body()));
                    case "/detokenize" -> tail;
                    case "/v1/completions" -> completion;
                    case "/v1/chat/completions" ->
                            request.body().contains("\"stream\":true") ? chatStream : chat;
                    default -> throw new IOException("nobody asks for " + request.path());
                });
    }

    private static byte[] completion() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(CannedReply.streamHead());
        int count = 0;
        for (String token : tokens()) {
            count++;
            all.writeBytes(
                    CannedReply.event(VllmJson.piece(token, count, false, true, "null", "null")));
        }
        count++;
        all.writeBytes(
                CannedReply.event(VllmJson.piece("", count, false, true, "\"stop\"", "null")));
        all.writeBytes(CannedReply.event(VllmJson.usagePiece(count)));
        return ended(all);
    }

    private static List<String> tokens() {
        List<String> all = new ArrayList<>(THOUGHTS);
        all.add("</think>");
        all.addAll(ANSWER);
        return all;
    }

    private static byte[] chatStream() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(CannedReply.streamHead());
        all.writeBytes(chatPiece("\"role\":\"assistant\",\"content\":\"\"", "null"));
        for (String token : THOUGHTS) {
            all.writeBytes(chatPiece("\"reasoning_content\":" + VllmJson.quoted(token), "null"));
        }
        for (String token : ANSWER) {
            all.writeBytes(chatPiece("\"content\":" + VllmJson.quoted(token), "null"));
        }
        all.writeBytes(chatPiece("", "\"stop\""));
        return ended(all);
    }

    private static byte[] chatPiece(String delta, String finish) {
        return CannedReply.event(VllmJson.chatPiece("{" + delta + "}", finish));
    }

    private static byte[] ended(ByteArrayOutputStream stream) {
        stream.writeBytes(CannedReply.event("[DONE]"));
        stream.writeBytes(CannedReply.streamEnd());
        return stream.toByteArray();
    }

    /** What a client sends. */
    static byte[] request(int port, String path, String model, boolean stream) {
        String body =
                "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"What is two and two? Think before you answer, and answer in a few words.\"}],\"max_tokens\":256,\"stream\":%s}"
                        .formatted(model, stream);
        return "POST %s HTTP/1.1\r\nHost: localhost:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(path, port, body.length(), body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
