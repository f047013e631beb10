package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.gateway.internal.chat.ApiError;
import dev.glimprouter.gateway.internal.chat.Refusal;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads the bodies of requests. */
final class Bodies {

    private Bodies() {}

    /**
     * The bytes of a body that says it is JSON. Pages of other sites cannot send that without
     * asking first, so that they cannot use a gateway at the loopback of whoever looks at them.
     */
    static byte[] json(ServerRequest request, int mostBytes) {
        String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        if (!type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals("application/json")) {
            throw new Refusal(
                    ApiError.ofRequest(
                            415,
                            "unsupported_media_type",
                            "Send the request with the header Content-Type: application/json."));
        }
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] body = in.readNBytes(mostBytes + 1);
            if (body.length > mostBytes) {
                throw tooLarge(mostBytes);
            }
            return body;
        } catch (IOException broken) {
            throw cutOff();
        } catch (RuntimeException broken) {
            throw broken instanceof Refusal refusal ? refusal : cutOff();
        }
    }

    private static Refusal cutOff() {
        return new Refusal(
                ApiError.ofRequest(
                        400, "body_cut_off", "The body broke off, or is not framed as announced."));
    }

    private static Refusal tooLarge(int mostBytes) {
        return new Refusal(
                ApiError.ofRequest(
                        413,
                        "body_too_large",
                        "The body is longer than %d bytes: shorten it.".formatted(mostBytes)));
    }
}
