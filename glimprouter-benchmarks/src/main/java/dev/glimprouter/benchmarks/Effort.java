package dev.glimprouter.benchmarks;

import java.time.Duration;

/**
 * Time that has passed and that processors were busy, in seconds.
 *
 * @param seconds on the wall
 * @param clientSeconds of processors, in this process
 * @param serverSeconds of processors, in the other one
 */
record Effort(double seconds, double clientSeconds, double serverSeconds) {

    static Effort now(Process server) {
        return new Effort(
                System.nanoTime() / 1e9, busy(ProcessHandle.current()), busy(server.toHandle()));
    }

    private static double busy(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    Effort since(Effort before) {
        return new Effort(
                seconds - before.seconds,
                clientSeconds - before.clientSeconds,
                serverSeconds - before.serverSeconds);
    }
}
