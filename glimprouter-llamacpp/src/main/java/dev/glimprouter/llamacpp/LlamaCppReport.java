package dev.glimprouter.llamacpp;

import dev.glimprouter.llamacpp.internal.ffm.Devices.Device;
import dev.glimprouter.llamacpp.internal.ffm.Llama;
import dev.glimprouter.llamacpp.internal.natives.GpuPackages;
import dev.glimprouter.llamacpp.internal.natives.GpuPackages.GpuPackage;
import dev.glimprouter.llamacpp.internal.natives.InstallCommand;
import dev.glimprouter.llamacpp.internal.natives.Machine;
import dev.glimprouter.llamacpp.internal.natives.NativeFiles;
import dev.glimprouter.llamacpp.internal.natives.NativeLibraries;
import dev.glimprouter.llamacpp.internal.runtime.EmbeddedEngines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the embedded engine runs on here, for people.
 *
 * @param version version of llama.cpp
 * @param folder folder of its libraries
 * @param cpuVariant which build for the processor was picked, such as {@code haswell}; blank where
 *     the system does not tell
 * @param gpus names of the GPUs that these libraries can use
 */
public record LlamaCppReport(String version, Path folder, String cpuVariant, List<String> gpus) {

    private static final Path MAPPED_FILES = Path.of("/proc/self/maps");
    private static final Pattern CPU_LIBRARY = Pattern.compile("ggml-cpu-(\\w+)\\.so");

    /** Copies the list. */
    public LlamaCppReport {
        gpus = List.copyOf(gpus);
    }

    /**
     * Natives that would use this machine's GPU.
     *
     * @param kind how they compute: {@code cuda}, {@code metal} or {@code vulkan}
     * @param found what on this machine speaks for them
     * @param needs what has to be installed beside them; blank for nothing
     * @param command how to get them; empty where this build has them already
     * @param folder what to name with {@code --lib-dir} then
     */
    public record GpuHint(
            String kind,
            String found,
            String needs,
            Optional<String> command,
            Optional<Path> folder) {}

    /**
     * Loads the libraries and looks.
     *
     * @param libraryDirectory a folder with other libraries than our own
     * @throws dev.glimprouter.error.SetupException if they are missing or do not fit
     */
    public static LlamaCppReport of(Optional<Path> libraryDirectory) {
        NativeFiles natives = NativeLibraries.local().locate(libraryDirectory);
        Llama llama = EmbeddedEngines.library(natives);
        return new LlamaCppReport(
                llama.version(),
                natives.directory(),
                pickedVariant(),
                llama.devices().list().stream()
                        .filter(Device::gpu)
                        .map(Device::description)
                        .toList());
    }

    /** The packages with GPU support that fit this machine, best first. */
    public static List<GpuHint> gpuHints() {
        return new GpuPackages(Machine.local())
                .fitting().stream().map(LlamaCppReport::hint).toList();
    }

    private static GpuHint hint(GpuPackage fitting) {
        return new GpuHint(
                fitting.kind().name().toLowerCase(Locale.ROOT),
                fitting.found(),
                fitting.needs(),
                fitting.command().map(InstallCommand::text),
                fitting.command().map(InstallCommand::libraries));
    }

    private static String pickedVariant() {
        try {
            return CPU_LIBRARY
                    .matcher(Files.readString(MAPPED_FILES))
                    .results()
                    .map(MatchResult::group)
                    .findFirst()
                    .map(file -> CPU_LIBRARY.matcher(file).replaceFirst("$1"))
                    .orElse("");
        } catch (IOException unknownHere) {
            return "";
        }
    }
}
