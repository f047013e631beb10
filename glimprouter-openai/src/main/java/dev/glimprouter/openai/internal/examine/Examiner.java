package dev.glimprouter.openai.internal.examine;

import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.openai.Finding.Topic;
import dev.glimprouter.openai.ServerFacts;
import dev.glimprouter.openai.ServerReport;
import dev.glimprouter.openai.internal.http.Transport;
import dev.glimprouter.openai.internal.profile.HeadRenderer;
import dev.glimprouter.openai.internal.profile.Profiles;
import dev.glimprouter.openai.internal.session.Address;
import dev.glimprouter.openai.internal.session.Server;
import dev.glimprouter.openai.internal.session.ServerEngine;
import dev.glimprouter.openai.internal.session.Survey;
import dev.glimprouter.openai.internal.session.Trials;
import dev.glimprouter.template.HeadTemplate;
import dev.glimprouter.template.TemplateSource;
import dev.glimprouter.time.Time;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Examines the servers of one model. */
public final class Examiner {

    /** Renders the examination's own question where nothing else does. */
    private static final String STAND_IN =
            "{% for message in messages %}{{ message.content }}\n\n{% endfor %}";

    private final ModelSource.Servers source;
    private final Optional<HeadTemplate> template;
    private final Time time;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * An examiner.
     *
     * @param template renders conversations instead of the servers
     * @param random makes prompts that no cache holds
     * @throws dev.glimprouter.error.RequestException if there is no such kind of server
     */
    public Examiner(
            ModelSource.Servers source,
            Optional<HeadTemplate> template,
            Time time,
            InstantSource clock,
            RandomGenerator random) {
        this.source = source;
        this.template = template;
        this.time = time;
        this.clock = clock;
        this.random = random;
        settings().profile().ifPresent(Profiles::named);
    }

    /**
     * Examines one of the servers.
     *
     * @throws dev.glimprouter.error.RequestException if it is no address
     * @throws dev.glimprouter.error.SetupException if the file of certificates cannot be used
     * @throws CancelledException if the thread is interrupted
     */
    public ServerReport examine(URI given) {
        URI base = Address.base(given);
        try (Transport transport =
                new Transport(List.of(base), source.model(), settings(), time, clock)) {
            return examine(base, transport);
        }
    }

    private ServerReport examine(URI base, Transport transport) {
        Findings findings = new Findings(base);
        try {
            Server server =
                    Survey.of(transport, List.of(base), settings().profile(), source.model());
            ServerFacts facts = facts(server, base, transport, findings);
            return new ServerReport(base, Optional.of(facts), findings.all());
        } catch (CancelledException interrupted) {
            throw interrupted;
        } catch (GlimpRouterException failure) {
            Findings last = new Findings(base);
            last.failure(String.valueOf(failure.getMessage()));
            return new ServerReport(base, Optional.empty(), last.all());
        }
    }

    private ServerFacts facts(Server server, URI base, Transport transport, Findings findings) {
        Optional<HeadTemplate> renders = renders(server, findings);
        ServerEngine engine =
                new ServerEngine(
                        server, List.of(base), settings(), renders, transport, time, random);
        try (Trials trials = new Trials(engine, Questions.head(random))) {
            return new Course(engine, transport, time, findings).of(trials);
        } catch (GlimpRouterException failure) {
            throw explained(failure, server, base, transport);
        }
    }

    private Optional<HeadTemplate> renders(Server server, Findings findings) {
        if (template.isPresent() || server.profile().head() != HeadRenderer.OUR_TEMPLATE) {
            return template;
        }
        findings.problem(
                Topic.TEMPLATE,
                "does not render conversations",
                "give the model's template with --chat-template FILE");
        return Optional.of(new TemplateSource(Path.of("stand-in"), STAND_IN).compile("", ""));
    }

    /** What it means that a server fails which nothing showed to be of any kind. */
    private GlimpRouterException explained(
            GlimpRouterException failure, Server server, URI base, Transport transport) {
        boolean guessed =
                settings().profile().isEmpty() && server.profile().detection().signs().isEmpty();
        boolean passes =
                failure instanceof RetryableException && failure.details().status().isPresent();
        if (!guessed || passes || failure instanceof CancelledException) {
            return failure;
        }
        return Strangers.explained(failure, base, Survey.findsModels(transport, base));
    }

    private ServerSettings settings() {
        return source.settings();
    }
}
