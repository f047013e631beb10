package dev.glimprouter.testkit.memory;

import java.lang.management.ManagementFactory;

/** How long a piece of code computes, however busy the machine is. */
public final class ThreadTime {

    private ThreadTime() {}

    /** Nanoseconds of processor time that the calling thread takes for the code. */
    public static long nanos(Runnable code) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        code.run();
        return threads.getCurrentThreadCpuTime() - before;
    }
}
