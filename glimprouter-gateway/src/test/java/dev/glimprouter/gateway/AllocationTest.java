package dev.glimprouter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.expression.StrategyText;
import dev.glimprouter.testkit.memory.Allocation;
import dev.glimprouter.time.Time;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * How much memory a streamed piece of text asks for between the model and the client's socket. Of a
 * long and a short stream the difference counts, so that what a request takes once cancels out.
 */
class AllocationTest {

    private static final int SHORT = 500;
    private static final int LONG = 4500;
    private static final int ROUNDS = 12;

    /**
     * Bytes; 1.3 times the 1,253 that were measured when it was set, some 200 of them the event.
     */
    private static final long MOST = 1_630;

    private static final byte[] END = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final byte[] reply = new byte[1 << 16];

    @Test
    void aStreamedPieceAsksForLittleMemory() throws IOException {
        try (Chatterbox model = new Chatterbox();
                Gateway gateway =
                        Gateway.start(
                                offer(model),
                                GatewaySettings.DEFAULT.withPort(0),
                                (_, failure) -> failure.printStackTrace());
                Socket client = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            long brief = least(model, client, SHORT);
            long extended = least(model, client, LONG);
            long piece = (extended - brief) / (LONG - SHORT);

            assertThat(piece).as("bytes for a streamed piece").isLessThan(MOST);
        }
    }

    /** The least of some rounds: the first ones still run as they were loaded. */
    private long least(Chatterbox model, Socket client, int words) {
        model.say(words);
        return LongStream.generate(() -> Allocation.bytesEverywhere(() -> ask(client)))
                .limit(ROUNDS)
                .min()
                .orElseThrow();
    }

    private static Offer offer(Chatterbox model) {
        return new Offer(
                "glimprouter",
                Map.of(Writer.LARGE, model),
                Map.of(),
                new StrategyText(Optional.of("large"), Optional.empty()),
                RouterConfig.DEFAULT,
                "",
                Map.of(),
                () -> 7,
                Time.system());
    }

    private void ask(Socket client) {
        String body = Json.stream("");
        String request =
                "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(body.length(), body);
        try {
            client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = client.getInputStream();
            int size = 0;
            while (size < END.length
                    || !Arrays.equals(reply, size - END.length, size, END, 0, END.length)) {
                if (size > reply.length / 2) {
                    System.arraycopy(reply, size - END.length, reply, 0, END.length);
                    size = END.length;
                }
                int read = in.read(reply, size, reply.length - size);
                assertThat(read).isPositive();
                size += read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
