package dev.glimprouter.models.internal;

import dev.glimprouter.models.DownloadSettings;
import dev.glimprouter.models.PullEvent;
import dev.glimprouter.models.PullListener;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

/** Pours a server's answers into one half-finished file. */
final class HubTransfer {

    private static final int CHUNK = 1 << 18;

    private final DownloadSettings settings;
    private final Target target;
    private final PartialFile partial;
    private final PullListener listener;

    HubTransfer(
            DownloadSettings settings, Target target, PartialFile partial, PullListener listener) {
        this.settings = settings;
        this.target = target;
        this.partial = partial;
        this.listener = listener;
    }

    /** Asks for what is missing. */
    HubAnswer ask(HubClient client) throws SourceFailure, BrokenTransfer, IOException {
        Optional<String> tag = partial.tag();
        if (tag.isEmpty() && target.sha256().isEmpty()) {
            partial.truncate(0);
        }
        long offset = partial.size();
        try {
            return client.ask(target.origin().address(settings), offset, tag);
        } catch (IOException e) {
            throw new BrokenTransfer(e);
        }
    }

    /** Takes an answer; false if it shows that the file has to be asked for from its beginning. */
    boolean accept(HubAnswer answer) throws SourceFailure, BrokenTransfer, IOException {
        return switch (answer.status()) {
            case 200 -> {
                partial.truncate(0);
                receive(answer);
                yield true;
            }
            case 206 -> {
                if (answer.rangeStart().orElse(-1) != partial.size()) {
                    yield startOver();
                }
                receive(answer);
                yield true;
            }
            case 416 -> answer.totalBytes().orElse(-1) == partial.size() || startOver();
            case 401, 403 ->
                    throw new SourceFailure(
                            "it asks for a login: accept the licence there, get "
                                    + target.origin().fileName()
                                    + " by hand and name its path");
            case 404 -> throw new SourceFailure("it has no " + target.origin().reference());
            default -> throw new SourceFailure("it answers with status " + answer.status());
        };
    }

    private boolean startOver() throws SourceFailure, IOException {
        if (partial.size() == 0) {
            throw new SourceFailure("it answers with the wrong range");
        }
        partial.truncate(0);
        return false;
    }

    private void receive(HubAnswer answer) throws SourceFailure, BrokenTransfer, IOException {
        long total = totalBytes(answer);
        Optional<String> tag = answer.strongTag();
        if (tag.isPresent()) {
            partial.setTag(tag.get());
        }
        Disk.require(settings.freeSpace(), partial.folder(), total - partial.size(), target.name());
        InputStream body = answer.response().body();
        byte[] buffer = new byte[CHUNK];
        try (StallGuard guard = StallGuard.over(body, settings.stallTimeout())) {
            for (int count = read(body, buffer, guard);
                    count >= 0;
                    count = read(body, buffer, guard)) {
                guard.alive();
                if (partial.size() + count > total) {
                    throw new SourceFailure("it sends more bytes than it said");
                }
                partial.append(ByteBuffer.wrap(buffer, 0, count));
                report(total);
            }
        }
        if (partial.size() < total) {
            throw new BrokenTransfer(new IOException("it ended early"));
        }
    }

    private long totalBytes(HubAnswer answer) throws SourceFailure {
        OptionalLong total = answer.totalBytes();
        if (total.isEmpty()) {
            throw new SourceFailure("it does not say how long the file is");
        }
        OptionalLong wanted = target.bytes();
        if (wanted.isPresent() && wanted.getAsLong() != total.getAsLong()) {
            throw new SourceFailure(
                    "its file has "
                            + total.getAsLong()
                            + " bytes instead of "
                            + wanted.getAsLong());
        }
        return total.getAsLong();
    }

    private static int read(InputStream body, byte[] buffer, StallGuard guard)
            throws BrokenTransfer {
        Interrupts.check();
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw new BrokenTransfer(guard.stalled() ? new IOException("no bytes came", e) : e);
        }
    }

    private void report(long total) throws IOException {
        listener.on(
                new PullEvent.Downloading(
                        target.name(),
                        String.valueOf(target.origin().address(settings).getHost()),
                        partial.size(),
                        OptionalLong.of(total)));
    }
}
