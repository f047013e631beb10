package dev.glimprouter.testkit.memory;

import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;

/** How much heap a piece of code asks for. */
public final class Allocation {

    private Allocation() {}

    /**
     * Bytes of heap that all threads of the process allocate while the code runs, virtual ones
     * included.
     */
    public static long bytesEverywhere(Runnable code) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getTotalThreadAllocatedBytes();
        code.run();
        return threads.getTotalThreadAllocatedBytes() - before;
    }

    /** Bytes of heap that the calling thread allocates while it runs the code, kept or not. */
    public static long bytes(Runnable code) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        code.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
