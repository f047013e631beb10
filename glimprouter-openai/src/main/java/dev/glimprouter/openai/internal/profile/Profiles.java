package dev.glimprouter.openai.internal.profile;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.internal.names.NearestName;

import java.nio.file.Path;
import java.util.List;

/** The profiles that this library comes with. */
public final class Profiles {

    private Profiles() {}

    /**
     * All of them, in the order in which a server is compared with them: those that something
     * shows, then completions, then chat.
     */
    public static List<Profile> all() {
        return Loaded.ALL;
    }

    /**
     * The one of that name, or the one in that file: what ends in {@code .json} is a file.
     *
     * @throws RequestException if there is none, or the file is wrong
     */
    public static Profile named(String nameOrFile) {
        if (nameOrFile.endsWith(".json")) {
            return ProfileReader.read(Path.of(nameOrFile));
        }
        return all().stream()
                .filter(profile -> profile.name().equals(nameOrFile))
                .findFirst()
                .orElseThrow(() -> unknown(nameOrFile));
    }

    private static RequestException unknown(String name) {
        return new RequestException(
                "There is no kind of server '%s': %s"
                        .formatted(
                                name,
                                NearestName.among(Bundled.NAMES, name)
                                        .map("did you mean %s?"::formatted)
                                        .orElseGet(Profiles::known)));
    }

    private static String known() {
        return "known are %s, or a .json file of your own."
                .formatted(String.join(", ", Bundled.NAMES));
    }

    private static final class Loaded {
        private static final List<Profile> ALL =
                Bundled.NAMES.stream()
                        .map(name -> ProfileReader.read(name + ".json", Bundled.json(name)))
                        .toList();
    }
}
