package dev.glimprouter.openai.internal.session;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.openai.internal.http.Transport;
import dev.glimprouter.template.ChatTemplate;
import dev.glimprouter.template.TemplateException;
import dev.glimprouter.time.Time;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
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
        Optional<ChatTemplate> ours = template.map(Servers::compile);
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
     * The chat template in a file.
     *
     * @throws SetupException if it cannot be read, or is none
     */
    public static ChatTemplate compile(Path file) {
        try {
            return ChatTemplate.compile(
                    Files.readString(file), "", "", Clock.system(ZoneId.systemDefault()));
        } catch (IOException unreadable) {
            throw new SetupException(
                    "The chat template %s cannot be read: check the path (%s)."
                            .formatted(file, unreadable.getClass().getSimpleName()),
                    unreadable);
        } catch (TemplateException problem) {
            throw new SetupException(
                    Optional.ofNullable(problem.getMessage()).orElse("The template failed."),
                    problem);
        }
    }
}
