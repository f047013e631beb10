package dev.glimprouter.openai.internal.examine;

import dev.glimprouter.error.ContextFullException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.openai.Finding.Topic;
import dev.glimprouter.openai.ServerFacts;
import dev.glimprouter.openai.ServerFacts.Abort;
import dev.glimprouter.openai.ServerFacts.Glimpse;
import dev.glimprouter.openai.ServerFacts.PromptForm;
import dev.glimprouter.openai.internal.http.Transport;
import dev.glimprouter.openai.internal.profile.Profile;
import dev.glimprouter.openai.internal.session.Server;
import dev.glimprouter.openai.internal.session.ServerEngine;
import dev.glimprouter.openai.internal.session.Trial;
import dev.glimprouter.openai.internal.session.Trials;
import dev.glimprouter.time.Time;

/** The requests of an examination, in order, and what each is good for. */
final class Course {

    private final ServerEngine engine;
    private final Transport transport;
    private final Time time;
    private final Findings findings;

    Course(ServerEngine engine, Transport transport, Time time, Findings findings) {
        this.engine = engine;
        this.transport = transport;
        this.time = time;
        this.findings = findings;
    }

    ServerFacts of(Trials trials) {
        Server server = engine.server();
        Profile profile = server.profile();
        int asked = Math.min(Trials.TOP, profile.logProbs().cap());
        Trial warm;
        Trial cool;
        Glimpse glimpse;
        try {
            warm = trials.whole(Questions.glimpse(GlimpseCheck.WARM), asked);
            cool = trials.whole(Questions.glimpse(GlimpseCheck.COOL), asked);
            glimpse = new GlimpseCheck(profile, findings).of(asked, warm, cool);
        } catch (ContextFullException full) {
            throw full;
        } catch (RequestException refused) {
            warm = trials.whole(Questions.word(), 0);
            cool = trials.whole(Questions.word(), 0);
            glimpse = refused(asked, refused, profile);
        }
        Trial step = trials.whole(Questions.step(), 0);
        return new ServerFacts(
                engine.info(),
                form(profile),
                glimpse,
                StopCheck.of(step, profile, findings),
                new PromptCheck(server, findings).of(trials, warm, cool),
                abort(trials, warm),
                SpeedCheck.of(warm, step));
    }

    private Glimpse refused(int asked, RequestException why, Profile profile) {
        findings.problem(
                Topic.CANDIDATES,
                "refuses to list %d candidates for the first token (%s)"
                        .formatted(asked, why.getMessage()),
                profile.advice().candidates().orElse("use a server that tells log-probabilities"));
        return new Glimpse(asked, 0, ServerFacts.Distribution.UNKNOWN);
    }

    private Abort abort(Trials trials, Trial earlier) {
        Load load = Load.of(transport, engine.anyBase(), earlier.ask().slot());
        return new AbortCheck(engine.server().profile().advice(), time, findings)
                .of(
                        load,
                        () -> trials.hangUp(Questions.lengthy()),
                        () -> trials.whole(Questions.word(), 0));
    }

    private static PromptForm form(Profile profile) {
        return switch (profile.routes().getFirst().mode()) {
            case TOKENS -> PromptForm.TOKENS;
            case MIXED -> PromptForm.MIXED;
            case TEXT -> PromptForm.TEXT;
            case CHAT -> PromptForm.CHAT;
        };
    }
}
