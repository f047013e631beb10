package dev.glimprouter.llamacpp.internal.natives;

import dev.glimprouter.error.SetupException;

import java.util.Locale;
import java.util.regex.Pattern;

/** An operating system and processor that natives are built for. */
public record Platform(Os os, Arch arch) {

    /** The version of the npm packages whose natives we pack and name; see package-lock.json. */
    public static final String VERSION = "3.21.1";

    private static final String PACKAGES = "@node-llama-cpp/";

    /** Operating systems, with the names that npm packages and library files use. */
    public enum Os {
        /** Linux with glibc. */
        LINUX("linux", "lib", "so"),
        /** macOS. */
        MAC("mac", "lib", "dylib"),
        /** Windows. */
        WINDOWS("win", "", "dll");

        private final String id;
        private final String prefix;
        private final String suffix;

        Os(String id, String prefix, String suffix) {
            this.id = id;
            this.prefix = prefix;
            this.suffix = suffix;
        }
    }

    /** Processors. */
    public enum Arch {
        /** x86, 64 bits. */
        X64,
        /** ARM, 64 bits. */
        ARM64
    }

    /**
     * The platform of a machine.
     *
     * @throws SetupException where there are no natives for it
     */
    public static Platform of(Machine machine) {
        String os = machine.property("os.name").toLowerCase(Locale.ROOT);
        String arch = machine.property("os.arch").toLowerCase(Locale.ROOT);
        return new Platform(os(os), arch(arch));
    }

    /** Its name in resources, such as {@code linux-x64}. */
    public String id() {
        return os.id + "-" + arch.name().toLowerCase(Locale.ROOT);
    }

    /** The npm package that our own natives come from. */
    public String npmPackage() {
        return npmPackage(os == Os.MAC && arch == Arch.ARM64 ? "-metal" : "");
    }

    /** The npm package of a variant, such as {@code -cuda}. */
    String npmPackage(String variant) {
        return PACKAGES + id() + variant;
    }

    /**
     * Matches the file names of one library: {@code libllama.so}, {@code llama.cuda.v0.4.0.dll}.
     */
    Pattern fileNames(String library) {
        String name = Pattern.quote(os.prefix + library);
        return Pattern.compile(name + "(\\.[a-z]+)?(\\.v[0-9.]+)?\\." + os.suffix);
    }

    /** The plainest file name of one library. */
    String fileName(String library) {
        return os.prefix + library + "." + os.suffix;
    }

    private static Os os(String name) {
        if (name.startsWith("windows")) {
            return Os.WINDOWS;
        }
        if (name.startsWith("mac")) {
            return Os.MAC;
        }
        if (name.equals("linux")) {
            return Os.LINUX;
        }
        throw noNatives(name);
    }

    private static Arch arch(String name) {
        return switch (name) {
            case "amd64", "x86_64" -> Arch.X64;
            case "aarch64", "arm64" -> Arch.ARM64;
            default -> throw noNatives(name);
        };
    }

    private static SetupException noNatives(String what) {
        return new SetupException(
                "There are no natives for '"
                        + what
                        + "'; build llama.cpp and name its folder with --lib-dir.");
    }
}
