package dev.glimprouter.openai.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.openai.internal.sse.SseDecoder;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The key is nowhere to be seen, even where a server sends it back. */
class CanaryTest extends HttpTestBase {

    private static final String ECHOES =
            "{\"error\":{\"message\":\"bad KEY\",\"type\":\"KEY\",\"code\":\"KEY\"}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 400 KEY\r\nX-Echo: KEY\r\n\r\nAuthorization: Bearer KEY",
                "HTTP/1.1 400 No\r\n\r\n" + ECHOES,
                "HTTP/1.1 401 No\r\n\r\n" + ECHOES,
                "HTTP/1.1 403 No\r\n\r\n" + ECHOES,
                "HTTP/1.1 404 No\r\n\r\n" + ECHOES,
                "HTTP/1.1 503 No\r\n\r\n" + ECHOES,
                "HTTP/1.1 400 No\r\n\r\nSPLIT",
                "HTTP/1.1 400 No\r\n\r\nCUT",
                "HTTP/1.1 302 No\r\nLocation: http://x/?k=KEY\r\n\r\n",
                "HTTP/1.1 200 Yes\r\n\r\ndata: " + ECHOES + "\n\n",
                "HTTP/1.1 200 Yes\r\nContent-Type: text/html;KEY\r\n\r\nKEY",
                "HTTP/1.1 KEY\r\n\r\n",
                "KEY\r\n\r\n",
                "HTTP/1.1 200 Yes\r\nContent-Length: KEY\r\n\r\n",
                "HTTP/1.1 200 Yes\r\nTransfer-Encoding: chunked\r\n\r\nKEY\r\n"
            })
    void noFailureShowsTheKey(String echo) {
        String split = CANARY.substring(0, 9) + "\u0000" + CANARY.substring(9);
        String cut = " ".repeat(Body.MOST_OF_REFUSAL - 12) + CANARY;
        String reply = echo.replace("KEY", CANARY).replace("SPLIT", split).replace("CUT", cut);
        RawServer server = server(peer -> peer.request().send(reply));
        Transport transport = transport(server.uri(), ServerSettings.DEFAULT.withKey(KEY));
        Call call = Call.post(server.uri(), "{}");

        EventStream stream = transport.open(call, new SseDecoder());
        Throwable streamed = catchThrowable(stream::next);
        Throwable sent = catchThrowable(() -> send(transport, call));

        assertThat(streamed).isNotNull();
        assertThat(trace(streamed) + trace(sent) + KEY + call)
                .doesNotContain(CANARY)
                .doesNotContain(CANARY.substring(0, 9));
        assertThat(server.heads).allSatisfy(head -> assertThat(head).contains(CANARY));
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        if (failure != null) {
            failure.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }
}
