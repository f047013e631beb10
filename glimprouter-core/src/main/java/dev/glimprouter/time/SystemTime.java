package dev.glimprouter.time;

enum SystemTime implements Time {
    INSTANCE;

    private static final Alarms ALARMS = new Alarms();

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Alarm after(long delayNanos, Runnable task) {
        return ALARMS.after(delayNanos, task);
    }
}
