package dev.glimprouter.openai.internal.session;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.openai.internal.http.Transport;
import dev.glimprouter.template.HeadTemplate;
import dev.glimprouter.template.TemplateSource;
import dev.glimprouter.time.Time;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Opens servers as engines.
 *
 * @param time measures timeouts and pauses
 * @param clock tells the date
 * @param random spreads pauses; one that several threads may use
 */
public record Servers(Time time, InstantSource clock, RandomGenerator random) {

    /**
     * Surveys the servers and makes them an engine.
     *
     * @param template a file with a Jinja chat template, instead of the servers' own
     * @throws dev.glimprouter.error.GlimpRouterException if none answers, or they cannot be used
     */
    public Engine open(ModelSource.Servers source, Optional<Path> template) {
        List<URI> bases = source.replicas().stream().map(Address::base).toList();
        Optional<HeadTemplate> ours = template.map(Servers::compile);
        Transport transport = new Transport(bases, source.model(), source.settings(), time, clock);
        try {
            Server server =
                    Survey.of(transport, bases, source.settings().profile(), source.model());
            return new ServerEngine(
                    server, bases, source.settings(), ours, transport, time, random);
        } catch (RuntimeException failure) {
            transport.close();
            throw failure;
        }
    }

    /**
     * The chat template in a file. Servers add the beginning-of-sequence token by themselves.
     *
     * @throws dev.glimprouter.error.SetupException if it cannot be read, or is none
     */
    public static HeadTemplate compile(Path file) {
        return TemplateSource.read(file).compile("", "");
    }
}
