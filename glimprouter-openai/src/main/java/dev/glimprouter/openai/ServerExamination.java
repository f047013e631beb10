package dev.glimprouter.openai;

import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.openai.internal.examine.Examiner;
import dev.glimprouter.openai.internal.session.Servers;
import dev.glimprouter.time.Time;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Finds out what runs behind addresses, and whether a question can be routed over it, by a few
 * short requests to each server.
 *
 * <p>Thread safe as far as its random generator is.
 */
public final class ServerExamination {

    private final Time time;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * An examination.
     *
     * @param time measures speeds, timeouts and pauses
     * @param clock tells the date
     * @param random makes a prompt that no cache holds
     */
    public ServerExamination(Time time, InstantSource clock, RandomGenerator random) {
        this.time = time;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Examines each server by itself, one after the other. What is wrong with one is in its report.
     *
     * @param template a file with a Jinja chat template, instead of the servers' own
     * @return a report for each, in order
     * @throws RequestException if there is no such kind of server, or an address is none
     * @throws SetupException if the template, or the file of certificates, cannot be used
     * @throws CancelledException if the thread is interrupted
     */
    public List<ServerReport> of(ModelSource.Servers servers, Optional<Path> template) {
        Examiner examiner =
                new Examiner(servers, template.map(Servers::compile), time, clock, random);
        return servers.replicas().stream().map(examiner::examine).toList();
    }
}
