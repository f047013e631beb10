package dev.glimprouter.openai;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an examination found out about one server.
 *
 * @param server its base URL
 * @param facts what it is and does; empty where it could not be examined, of which a finding tells
 *     the reason
 * @param findings what it lacks, problems and hints
 */
public record ServerReport(URI server, Optional<ServerFacts> facts, List<Finding> findings) {

    /** Copies the list. */
    public ServerReport {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(facts, "facts");
        findings = List.copyOf(findings);
    }

    /** Whether a question can be routed over it: no finding is a problem. */
    public boolean isUsable() {
        return findings.stream().noneMatch(Finding::problem);
    }
}
