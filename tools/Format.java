import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks or repairs the layout of every Java file below a folder: {@code Format check|write|off
 * DIR}.
 *
 * <p>It runs on the JDK that builds the code, not on Maven's own, because the formatter parses with
 * the compiler of the JDK it runs on.
 */
final class Format {

    private Format() {}

    public static void main(String[] args) throws Exception {
        if ("off".equals(args[0])) {
            return;
        }
        boolean write = "write".equals(args[0]);
        var options = JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build();
        var formatter = new Formatter(options);
        List<Path> wrong = new ArrayList<>();
        for (Path file : javaFiles(Path.of(args[1]))) {
            String before = Files.readString(file);
            String tidy = RemoveUnusedImports.removeUnusedImports(before);
            String after =
                    formatter.formatSource(
                            ImportOrderer.reorderImports(tidy, JavaFormatterOptions.Style.AOSP));
            if (!after.equals(before)) {
                wrong.add(file);
                if (write) {
                    Files.writeString(file, after);
                }
            }
        }
        if (!write && !wrong.isEmpty()) {
            wrong.forEach(file -> System.err.println("not formatted: " + file));
            System.err.println("Repair with: mvn -N process-sources -Dformat=write");
            System.exit(1);
        }
    }

    private static List<Path> javaFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        }
    }
}
