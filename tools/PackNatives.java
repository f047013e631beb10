import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Packs the llama.cpp libraries of the build platform as a resource: {@code PackNatives NPM WORK
 * OUT}.
 *
 * <p>NPM holds package.json and package-lock.json, WORK is where npm installs, OUT gets {@code
 * os-arch/} with the library files, their licence and {@code index.txt}. Nothing is done while OUT
 * was packed from the same lock file. Without npm the build goes on without natives.
 */
final class PackNatives {

    private static final int NPM_MINUTES = 10;
    private static final String ADVICE =
            "The embedded engine then needs --lib-dir or GLIMPROUTER_LIB_DIR, and its tests are"
                    + " skipped.";

    /** What the engine loads: the three libraries, the CPU variants and Metal. */
    private static final Pattern WANTED =
            Pattern.compile(
                    "(lib)?(ggml-base|ggml|llama|ggml-cpu|ggml-cpu-[\\w.]+|ggml-metal)"
                            + "(\\.[a-z]+)?(\\.v[\\d.]+)?\\.(so|dylib|dll)|.*\\.metallib|LICENSE");

    private final Path npm;
    private final Path work;
    private final String platform = platform();
    private final Path target;

    private PackNatives(Path npm, Path work, Path out) {
        this.npm = npm;
        this.work = work;
        this.target = out.resolve(platform);
    }

    public static void main(String[] args) throws Exception {
        new PackNatives(Path.of(args[0]), Path.of(args[1]), Path.of(args[2])).run();
    }

    private void run() throws Exception {
        String lock = sha256(npm.resolve("package-lock.json"));
        Path index = target.resolve("index.txt");
        if (Files.exists(index) && Files.readString(index).contains("lock " + lock)) {
            return;
        }
        delete(target);
        try {
            install();
            pack(lock);
        } catch (IOException problem) {
            delete(target);
            System.err.println(
                    "[WARNING] Built without natives: " + problem.getMessage() + ". " + ADVICE);
        }
    }

    private void install() throws IOException, InterruptedException {
        Files.createDirectories(work);
        for (String name : List.of("package.json", "package-lock.json")) {
            Files.copy(npm.resolve(name), work.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> command = new ArrayList<>();
        if (platform.startsWith("win-")) {
            command.addAll(List.of("cmd", "/c"));
        }
        command.addAll(List.of("npm", "ci", "--ignore-scripts", "--prefer-offline"));
        command.addAll(List.of("--no-audit", "--no-fund"));
        Path log = work.resolve("npm.log");
        var builder = new ProcessBuilder(command).directory(work.toFile());
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        Process process;
        try {
            process = builder.start();
        } catch (IOException missing) {
            throw new IOException("npm does not run here (Node.js 20 or newer has it)", missing);
        }
        process.getOutputStream().close();
        if (!process.waitFor(NPM_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("npm ci took longer than " + NPM_MINUTES + " minutes");
        }
        if (process.exitValue() != 0) {
            throw new IOException("npm ci failed, see " + log);
        }
    }

    private void pack(String lock) throws IOException {
        String name = platform.equals("mac-arm64") ? "mac-arm64-metal" : platform;
        Path module = work.resolve("node_modules/@node-llama-cpp/" + name);
        Path binaries = module.resolve("bins/" + name);
        if (!Files.isDirectory(binaries)) {
            throw new IOException(
                    "npm installed no @node-llama-cpp/"
                            + name
                            + " (see "
                            + work.resolve("npm.log")
                            + ")");
        }
        Path partial = target.resolveSibling(platform + ".partial");
        delete(partial);
        Files.createDirectories(partial);
        var index = new StringBuilder();
        index.append("package @node-llama-cpp/").append(name).append(' ');
        index.append(version(module)).append("\nlock ").append(lock).append('\n');
        for (Path file : wanted(module, binaries)) {
            Path copy = partial.resolve(file.getFileName());
            Files.copy(file, copy);
            index.append(sha256(copy)).append(' ').append(Files.size(copy)).append(' ');
            index.append(copy.getFileName()).append('\n');
        }
        Files.writeString(partial.resolve("index.txt"), index);
        Files.move(partial, target);
    }

    private static List<Path> wanted(Path... folders) throws IOException {
        List<Path> wanted = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> WANTED.matcher(file.getFileName().toString()).matches())
                        .sorted()
                        .forEach(wanted::add);
            }
        }
        return wanted;
    }

    private static String version(Path module) throws IOException {
        String json = Files.readString(module.resolve("package.json"));
        Matcher matcher = Pattern.compile("\"version\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!matcher.find()) {
            throw new IOException("no version in " + module.resolve("package.json"));
        }
        return matcher.group(1);
    }

    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String system = os.startsWith("windows") ? "win" : os.startsWith("mac") ? "mac" : "linux";
        return system + "-" + (arch.equals("aarch64") || arch.equals("arm64") ? "arm64" : "x64");
    }

    private static String sha256(Path file) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (file.toString().endsWith(".json")) {
                // A checkout may end lines in its own way; the lock is the same.
                String text = new String(bytes, StandardCharsets.UTF_8);
                bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
