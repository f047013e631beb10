package dev.glimprouter.llamacpp.internal.natives;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which natives with GPU support would fit a machine, as data for {@code doctor}. Thread-safe. */
public final class GpuPackages {

    private static final List<String> LINUX_LIBRARY_FOLDERS =
            List.of(
                    "/usr/lib/x86_64-linux-gnu",
                    "/usr/lib/aarch64-linux-gnu",
                    "/usr/lib64",
                    "/usr/lib",
                    "/usr/local/lib",
                    "/usr/local/cuda/lib64");
    private static final String CUDA_RUNTIME = "libcudart.so.13";

    /** Ways to compute on a GPU. */
    public enum Kind {
        /** NVIDIA's own. */
        CUDA,
        /** Apple's own. */
        METAL,
        /** Any maker's. */
        VULKAN
    }

    /**
     * Natives that would use this machine's GPU.
     *
     * @param kind how they compute
     * @param found what on this machine speaks for them
     * @param needs what has to be installed beside them; blank for nothing
     * @param command how to get them; empty where this build has them already
     */
    public record GpuPackage(
            Kind kind, String found, String needs, Optional<InstallCommand> command) {}

    private final Machine machine;

    /** For a machine; tests bring their own. */
    public GpuPackages(Machine machine) {
        this.machine = machine;
    }

    /** What fits, best first; empty where no GPU was found or none has a package. */
    public List<GpuPackage> fitting() {
        Platform platform = Platform.of(machine);
        return switch (platform.os()) {
            case MAC -> platform.arch() == Platform.Arch.ARM64 ? List.of(metal()) : List.of();
            case LINUX, WINDOWS ->
                    platform.arch() == Platform.Arch.X64 ? discrete(platform) : List.of();
        };
    }

    private static GpuPackage metal() {
        return new GpuPackage(Kind.METAL, "an Apple processor", "", Optional.empty());
    }

    private List<GpuPackage> discrete(Platform platform) {
        List<GpuPackage> fitting = new ArrayList<>();
        boolean windows = platform.os() == Platform.Os.WINDOWS;
        nvidia(windows).ifPresent(found -> fitting.add(cuda(platform, found, windows)));
        (windows ? inSystem32("vulkan-1.dll") : inLibraries("libvulkan.so.1"))
                .ifPresent(found -> fitting.add(vulkan(platform, found)));
        return List.copyOf(fitting);
    }

    private GpuPackage cuda(Platform platform, Path found, boolean windows) {
        boolean ready = !windows && inLibraries(CUDA_RUNTIME).isPresent();
        String needs = ready ? "" : "NVIDIA driver 580 or newer and the CUDA 13 runtime";
        return gpu(platform, Kind.CUDA, "-cuda", found, needs);
    }

    private GpuPackage vulkan(Platform platform, Path found) {
        return gpu(platform, Kind.VULKAN, "-vulkan", found, "");
    }

    private GpuPackage gpu(Platform platform, Kind kind, String variant, Path found, String needs) {
        var command = new InstallCommand(platform.npmPackage(variant), CacheDirectory.of(machine));
        return new GpuPackage(kind, found.toString(), needs, Optional.of(command));
    }

    private Optional<Path> nvidia(boolean windows) {
        if (windows) {
            return inSystem32("nvidia-smi.exe");
        }
        return Stream.of("/proc/driver/nvidia/version", "/usr/bin/nvidia-smi")
                .map(Path::of)
                .filter(machine::exists)
                .findFirst();
    }

    private Optional<Path> inSystem32(String file) {
        String root = machine.environment("SystemRoot").orElse("C:\\Windows");
        return Optional.of(Path.of(root, "System32", file)).filter(machine::exists);
    }

    private Optional<Path> inLibraries(String file) {
        return LINUX_LIBRARY_FOLDERS.stream()
                .map(folder -> Path.of(folder, file))
                .filter(machine::exists)
                .findFirst();
    }
}
