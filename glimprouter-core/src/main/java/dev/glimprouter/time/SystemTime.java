package dev.glimprouter.time;

import java.time.Duration;

enum SystemTime implements Time {
    INSTANCE;

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Alarm after(long delayNanos, Runnable task) {
        Thread sleeper =
                Thread.ofVirtual()
                        .name("alarm")
                        .start(
                                () -> {
                                    try {
                                        Thread.sleep(Duration.ofNanos(Math.max(0, delayNanos)));
                                    } catch (InterruptedException silenced) {
                                        return;
                                    }
                                    task.run();
                                });
        return sleeper::interrupt;
    }
}
