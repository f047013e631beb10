package dev.glimprouter.llamacpp.internal.natives;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A machine made up for a test. */
record FakeMachine(Map<String, String> environment, Map<String, String> properties, Set<Path> files)
        implements Machine {

    static FakeMachine of(String os, String arch) {
        Map<String, String> properties =
                Map.of("os.name", os, "os.arch", arch, "user.home", "/home/ada");
        return new FakeMachine(Map.of(), properties, Set.of());
    }

    FakeMachine withEnvironment(String name, String value) {
        var changed = new HashMap<>(environment);
        changed.put(name, value);
        return new FakeMachine(changed, properties, files);
    }

    FakeMachine withFiles(String... paths) {
        var present = new HashSet<Path>();
        for (String path : paths) {
            present.add(Path.of(path));
        }
        return new FakeMachine(environment, properties, present);
    }

    @Override
    public Optional<String> environment(String name) {
        return Optional.ofNullable(environment.get(name));
    }

    @Override
    public String property(String name) {
        return properties.getOrDefault(name, "");
    }

    @Override
    public boolean exists(Path path) {
        return files.contains(path);
    }
}
