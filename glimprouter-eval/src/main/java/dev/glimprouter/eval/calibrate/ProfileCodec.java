package dev.glimprouter.eval.calibrate;

import dev.glimprouter.eval.internal.run.FiguresCodec;
import dev.glimprouter.eval.internal.run.RunHeaderCodec;
import dev.glimprouter.eval.statistics.NonInferiority.Verdict;
import dev.glimprouter.strategy.Domain;
import dev.glimprouter.trace.internal.Fields;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** A profile as JSON; docs/calibration.md tells its fields. */
final class ProfileCodec {

    private ProfileCodec() {}

    /** The fields; the schema comes first, so that a file is known by its first bytes. */
    static ObjectNode encode(Profile profile) {
        ObjectNode to = Json.object();
        to.put("schema", Profile.SCHEMA);
        to.put("version", profile.version());
        to.put("strategy", profile.strategy());
        to.put("reached", profile.reached());
        to.set("target", TargetCodec.encode(profile.target()));
        ArrayNode parts = to.putArray("parts");
        profile.parts().forEach(part -> parts.add(encode(part)));
        profile.whole()
                .ifPresentOrElse(
                        round -> to.set("whole", encode(round)), () -> to.putNull("whole"));
        ArrayNode questions = to.putArray("questions");
        profile.questions().stream().sorted().forEach(questions::add);
        to.set("run", RunHeaderCodec.encode(profile.run()));
        return to;
    }

    private static ObjectNode encode(Part part) {
        ObjectNode to = Json.object();
        part.domain()
                .ifPresentOrElse(
                        domain -> to.put("domain", Json.word(domain)), () -> to.putNull("domain"));
        to.put("parameter", part.parameter());
        Json.putReal(to, "threshold", part.threshold());
        to.put("reached", part.reached());
        to.put("questions", part.questions());
        ArrayNode rounds = to.putArray("rounds");
        part.rounds().forEach(round -> rounds.add(encode(round)));
        return to;
    }

    private static ObjectNode encode(Round round) {
        ObjectNode to = Json.object();
        Json.putReal(to, "threshold", round.threshold());
        to.put("system", round.system()).put("file", round.file());
        to.set("figures", FiguresCodec.encode(round.figures()));
        round.loss()
                .ifPresentOrElse(loss -> to.set("loss", encode(loss)), () -> to.putNull("loss"));
        return to;
    }

    private static ObjectNode encode(Loss loss) {
        ObjectNode to = Json.object();
        to.set("difference", FiguresCodec.encode(loss.difference()));
        to.put("verdict", Json.word(loss.verdict()));
        return to;
    }

    /**
     * The profile with these fields.
     *
     * @throws IllegalArgumentException if it is no profile, or one of a newer version
     */
    static Profile decode(Fields from) {
        if (!from.has("schema") || !Profile.SCHEMA.equals(from.text("schema"))) {
            throw new IllegalArgumentException("it is no profile");
        }
        int version = from.count("version");
        if (version < 1 || version > Profile.VERSION) {
            throw new IllegalArgumentException(
                    "profile version %d, but this GlimpRouter reads versions up to %d: use a newer one"
                            .formatted(version, Profile.VERSION));
        }
        List<String> questions = from.texts("questions");
        return new Profile(
                version,
                TargetCodec.decode(from.child("target")),
                from.children("parts").stream().map(ProfileCodec::part).toList(),
                from.maybe("whole").map(ProfileCodec::round),
                new HashSet<>(questions),
                RunHeaderCodec.decode(from.child("run")));
    }

    private static Part part(Fields from) {
        return new Part(
                from.has("domain")
                        ? Optional.of(from.word("domain", Domain.class))
                        : Optional.empty(),
                from.text("parameter"),
                from.real("threshold"),
                from.flag("reached"),
                from.count("questions"),
                from.children("rounds").stream().map(ProfileCodec::round).toList());
    }

    private static Round round(Fields from) {
        return new Round(
                from.real("threshold"),
                from.text("system"),
                from.text("file"),
                FiguresCodec.decode(from.child("figures")),
                from.maybe("loss").map(ProfileCodec::loss));
    }

    private static Loss loss(Fields from) {
        return new Loss(
                FiguresCodec.measured(from.child("difference")),
                from.word("verdict", Verdict.class));
    }
}
