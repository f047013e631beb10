package dev.glimprouter.models.internal;

import dev.glimprouter.error.CancelledException;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A process that takes a store's lock, says so, and holds it until it is ended. */
final class LockHolder {

    private LockHolder() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try (StoreLock _ = StoreLock.tryAcquire(Path.of(args[0])).orElseThrow()) {
            System.out.println("held");
            new CountDownLatch(1).await();
        }
    }

    static Process start(Path root) throws IOException {
        String core =
                new File(
                                CancelledException.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .getPath())
                        .getPath();
        String classes =
                String.join(File.pathSeparator, "target/classes", "target/test-classes", core);
        return new ProcessBuilder(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx64m",
                                "-cp",
                                classes,
                                LockHolder.class.getName(),
                                root.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
