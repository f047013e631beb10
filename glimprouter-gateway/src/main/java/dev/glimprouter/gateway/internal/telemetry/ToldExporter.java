package dev.glimprouter.gateway.internal.telemetry;

import dev.glimprouter.error.RetryableException;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Tells when spans cannot be sent any more; not again before some could be sent. Thread safe. */
final class ToldExporter implements SpanExporter {

    private final SpanExporter exporter;
    private final Consumer<RuntimeException> failed;
    private final AtomicBoolean told = new AtomicBoolean();

    ToldExporter(SpanExporter exporter, Consumer<RuntimeException> failed) {
        this.exporter = exporter;
        this.failed = failed;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = exporter.export(spans);
        return result.whenComplete(() -> tell(result.isSuccess()));
    }

    private void tell(boolean sent) {
        if (sent) {
            told.set(false);
        } else if (told.compareAndSet(false, true)) {
            failed.accept(
                    new RetryableException(
                            "Spans do not reach the collector and are dropped: check serve.telemetry."));
        }
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
