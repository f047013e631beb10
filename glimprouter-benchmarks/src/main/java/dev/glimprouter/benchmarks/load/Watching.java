package dev.glimprouter.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Looks at a gateway every second, until it is interrupted. */
final class Watching implements Runnable {

    private static final int PERIOD_MILLIS = 1000;
    private static final int SHOWN_SECONDS = 15;

    private final GatewayProcess gateway;
    private ProcessFacts most;
    private int mostRunning;

    Watching(GatewayProcess gateway) throws IOException {
        this.gateway = gateway;
        this.most = gateway.facts();
    }

    @Override
    public void run() {
        try {
            for (int second = 0; true; second++) {
                Thread.sleep(PERIOD_MILLIS);
                look(second % SHOWN_SECONDS == 0);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private synchronized void look(boolean shown) throws IOException {
        ProcessFacts now = gateway.facts();
        int running = MetricsPage.read(gateway.port(), "").running();
        most = most.most(now);
        mostRunning = Math.max(mostRunning, running);
        if (shown) {
            System.out.printf("%d running: %s%n", running, now.words());
        }
    }

    /** The most of everything. */
    synchronized ProcessFacts most() {
        return most;
    }

    synchronized String words(int mostMib) {
        return "at most %d running, %d MiB resident (less than %d are wanted), %d threads, %d descriptors"
                .formatted(
                        mostRunning,
                        most.mostResidentKib() >> 10,
                        mostMib,
                        most.threads(),
                        most.files());
    }
}
