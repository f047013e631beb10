package dev.glimprouter.models.internal;

import dev.glimprouter.models.DownloadSettings;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks for a file, without any credentials, and follows where it points. */
final class HubClient implements AutoCloseable {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MAX_REDIRECTS = 5;

    private final DownloadSettings settings;
    private final HttpClient client;

    HubClient(DownloadSettings settings) {
        this.settings = settings;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(settings.connectTimeout())
                        .build();
    }

    /**
     * The answer for the bytes of a file from an offset on.
     *
     * @param tag of the answer that the bytes before the offset came from
     */
    HubAnswer ask(URI file, long offset, Optional<String> tag) throws IOException, SourceFailure {
        URI address = file;
        Optional<String> sha256 = Optional.empty();
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            HttpResponse<InputStream> response = send(request(address, offset, tag));
            if (sha256.isEmpty()) {
                sha256 = HubAnswer.linkedSha256(response.headers());
            }
            if (!REDIRECTS.contains(response.statusCode())) {
                return new HubAnswer(response, sha256);
            }
            response.body().close();
            address = next(address, response.headers().firstValue("Location"));
        }
        throw new SourceFailure("it redirects in circles");
    }

    private HttpRequest request(URI address, long offset, Optional<String> tag) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(settings.answerTimeout())
                        .header("User-Agent", "glimprouter");
        if (offset > 0) {
            request.header("Range", "bytes=" + offset + "-");
            tag.ifPresent(value -> request.header("If-Range", value));
        }
        return request.build();
    }

    /** The client's own timeouts do not count the look-up of the host name; this wait does. */
    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        Duration patience = settings.connectTimeout().plus(settings.answerTimeout());
        CompletableFuture<HttpResponse<InputStream>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw Interrupts.cancelled(e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("no answer");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e);
        }
    }

    private static URI next(URI from, Optional<String> location) throws SourceFailure {
        try {
            URI to = from.resolve(location.orElse(""));
            boolean weaker = "https".equals(from.getScheme()) && !"https".equals(to.getScheme());
            if (location.isEmpty() || weaker || to.getHost() == null) {
                throw new SourceFailure("it redirects to an unsafe place");
            }
            return to;
        } catch (IllegalArgumentException e) {
            throw new SourceFailure("it redirects to something that is no address", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
