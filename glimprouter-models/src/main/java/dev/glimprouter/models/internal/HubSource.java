package dev.glimprouter.models.internal;

import dev.glimprouter.models.DownloadSettings;
import dev.glimprouter.models.PullListener;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.Optional;

import javax.net.ssl.SSLException;

/**
 * The model hub, or the one server that has a file.
 *
 * <p>A broken transfer is continued where it stopped, until three attempts in a row bring nothing.
 * A server that does not answer the first request is given up at once.
 */
public final class HubSource implements Source {

    private static final int FRUITLESS_ATTEMPTS = 3;

    private final DownloadSettings settings;

    /** The hub that the settings name. */
    public HubSource(DownloadSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name(Target target) {
        return String.valueOf(target.origin().address(settings).getHost());
    }

    @Override
    public Optional<String> fill(Target target, PartialFile partial, PullListener listener)
            throws SourceFailure, IOException {
        HubTransfer transfer = new HubTransfer(settings, target, partial, listener);
        boolean answered = false;
        int fruitless = 0;
        try (HubClient client = new HubClient(settings)) {
            while (true) {
                long before = partial.size();
                try (HubAnswer answer = transfer.ask(client)) {
                    answered = true;
                    if (transfer.accept(answer)) {
                        return answer.sha256();
                    }
                } catch (BrokenTransfer e) {
                    Interrupts.check();
                    fruitless = partial.size() > before ? 0 : fruitless + 1;
                    if (!answered || fruitless >= FRUITLESS_ATTEMPTS) {
                        throw new SourceFailure(describe(e.failure()), e);
                    }
                    Interrupts.pause(settings.retryPause());
                }
            }
        }
    }

    private String describe(IOException e) {
        return switch (e) {
            case HttpConnectTimeoutException _ ->
                    "no connection within " + settings.connectTimeout().toMillis() + " ms";
            case HttpTimeoutException _ ->
                    "no answer within " + settings.answerTimeout().toMillis() + " ms";
            case ConnectException _ -> "it cannot be reached";
            case SSLException _ -> "no secure connection (" + e.getMessage() + ")";
            default -> "the transfer broke off (" + e.getMessage() + ")";
        };
    }
}
