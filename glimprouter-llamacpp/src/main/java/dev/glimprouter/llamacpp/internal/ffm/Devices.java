package dev.glimprouter.llamacpp.internal.ffm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** The compute devices that the native libraries found. */
public final class Devices {

    /** The kinds of device that take layers; others are the CPU and what helps it. */
    private static final Set<Integer> GPUS = Set.of(1, 2);

    private final MethodHandle count;
    private final MethodHandle get;
    private final MethodHandle description;
    private final MethodHandle type;

    Devices(Functions functions) {
        count = functions.bind("ggml_backend_dev_count", FunctionDescriptor.of(JAVA_LONG));
        get = functions.bind("ggml_backend_dev_get", FunctionDescriptor.of(ADDRESS, JAVA_LONG));
        description =
                functions.bind(
                        "ggml_backend_dev_description", FunctionDescriptor.of(ADDRESS, ADDRESS));
        type = functions.bind("ggml_backend_dev_type", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    }

    /** All devices. */
    public List<Device> list() {
        try {
            return LongStream.range(0, (long) count.invokeExact()).mapToObj(this::device).toList();
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Device device(long index) {
        try {
            MemorySegment device = (MemorySegment) get.invokeExact(index);
            String text = Llama.string((MemorySegment) description.invokeExact(device));
            return new Device(text, GPUS.contains((int) type.invokeExact(device)));
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /**
     * One device.
     *
     * @param description for people
     * @param gpu whether layers can be put there
     */
    public record Device(String description, boolean gpu) {}
}
