package dev.glimprouter.openai.internal.examine;

import dev.glimprouter.openai.Finding;
import dev.glimprouter.openai.Finding.Topic;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what one server lacks. */
final class Findings {

    private final URI server;
    private final List<Finding> found = new ArrayList<>();

    Findings(URI server) {
        this.server = server;
    }

    /** Something without which a question fails, or goes wrong unseen; named by its server. */
    void problem(Topic topic, String text, String remedy) {
        found.add(new Finding(topic, true, "%s %s: %s.".formatted(server, text, remedy)));
    }

    /** Something that could be better; named by its server. */
    void hint(Topic topic, String text, Optional<String> remedy) {
        String end = remedy.map(what -> ": " + what).orElse("");
        found.add(new Finding(topic, false, "%s %s%s.".formatted(server, text, end)));
    }

    /** What went wrong with the server itself, in a sentence that names it. */
    void failure(String sentence) {
        found.add(new Finding(Topic.SERVER, true, sentence));
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
