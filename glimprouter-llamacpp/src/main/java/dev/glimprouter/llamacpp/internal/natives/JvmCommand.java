package dev.glimprouter.llamacpp.internal.natives;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a small JVM that runs a class of this module as this JVM would run it. */
final class JvmCommand {

    private static final List<String> SMALL_AND_SILENT =
            List.of(
                    "-Xmx128m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+SuppressFatalErrorMessage",
                    "-XX:-CreateCoredumpOnCrash");

    private final Machine machine;
    private final Module module;

    JvmCommand(Machine machine, Module module) {
        this.machine = machine;
        this.module = module;
    }

    List<String> words(String mainClass, String... arguments) {
        Path java = Path.of(machine.property("java.home"), "bin", "java");
        List<String> words = new ArrayList<>(List.of(java.toString()));
        words.addAll(SMALL_AND_SILENT);
        addPath(words, "--class-path", "java.class.path");
        if (module.isNamed()) {
            addPath(words, "--module-path", "jdk.module.path");
            words.add("--enable-native-access=" + module.getName());
            words.addAll(List.of("--module", module.getName() + "/" + mainClass));
        } else {
            words.add("--enable-native-access=ALL-UNNAMED");
            words.add(mainClass);
        }
        words.addAll(List.of(arguments));
        return List.copyOf(words);
    }

    private void addPath(List<String> words, String option, String property) {
        String path = machine.property(property);
        if (!path.isBlank()) {
            words.addAll(List.of(option, path));
        }
    }
}
