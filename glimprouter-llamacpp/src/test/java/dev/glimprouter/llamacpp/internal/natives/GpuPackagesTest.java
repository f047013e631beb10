package dev.glimprouter.llamacpp.internal.natives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.llamacpp.internal.natives.GpuPackages.GpuPackage;
import dev.glimprouter.llamacpp.internal.natives.GpuPackages.Kind;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class GpuPackagesTest {

    private static final String DRIVER = "/proc/driver/nvidia/version";
    private static final String VULKAN = "/usr/lib/x86_64-linux-gnu/libvulkan.so.1";

    private final FakeMachine linux = FakeMachine.of("Linux", "amd64");

    @Test
    void aMachineWithoutGpuNeedsNone() {
        assertThat(fitting(linux)).isEmpty();
    }

    @Test
    void anNvidiaDriverSpeaksForCuda() {
        List<GpuPackage> fitting = fitting(linux.withFiles(DRIVER));

        assertThat(fitting).hasSize(1);
        GpuPackage cuda = fitting.getFirst();
        assertThat(cuda.kind()).isEqualTo(Kind.CUDA);
        assertThat(cuda.found()).isEqualTo(DRIVER);
        assertThat(cuda.needs()).contains("CUDA 13 runtime");
        assertThat(cuda.command().orElseThrow().text())
                .isEqualTo(
                        "npm install --ignore-scripts --no-save --prefix"
                                + " /home/ada/.cache/glimprouter/npm"
                                + " @node-llama-cpp/linux-x64-cuda@3.21.1");
        assertThat(cuda.command().orElseThrow().libraries())
                .isEqualTo(
                        Path.of(
                                "/home/ada/.cache/glimprouter/npm/node_modules/@node-llama-cpp/"
                                        + "linux-x64-cuda/bins/linux-x64-cuda"));
    }

    @Test
    void withTheCudaRuntimeNothingElseIsNeeded() {
        var machine = linux.withFiles(DRIVER, "/usr/local/cuda/lib64/libcudart.so.13");

        assertThat(fitting(machine)).singleElement().extracting(GpuPackage::needs).isEqualTo("");
    }

    @Test
    void cudaComesBeforeVulkan() {
        assertThat(fitting(linux.withFiles(VULKAN, DRIVER)))
                .extracting(GpuPackage::kind)
                .containsExactly(Kind.CUDA, Kind.VULKAN);
    }

    @Test
    void aVulkanLoaderSpeaksForVulkanOnWindows() {
        String loader = Path.of("C:\\Windows", "System32", "vulkan-1.dll").toString();

        assertThat(fitting(FakeMachine.of("Windows 11", "amd64").withFiles(loader)))
                .singleElement()
                .extracting(GpuPackage::kind)
                .isEqualTo(Kind.VULKAN);
    }

    @Test
    void appleProcessorsHaveMetalInTheBuildAlready() {
        assertThat(fitting(FakeMachine.of("Mac OS X", "aarch64")))
                .singleElement()
                .isEqualTo(new GpuPackage(Kind.METAL, "an Apple processor", "", Optional.empty()));
    }

    @Test
    void thereAreNoGpuPackagesForLinuxOnArm() {
        assertThat(fitting(FakeMachine.of("Linux", "aarch64").withFiles(DRIVER))).isEmpty();
    }

    private static List<GpuPackage> fitting(Machine machine) {
        return new GpuPackages(machine).fitting();
    }
}
