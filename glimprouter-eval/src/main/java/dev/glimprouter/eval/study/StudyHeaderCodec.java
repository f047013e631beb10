package dev.glimprouter.eval.study;

import dev.glimprouter.eval.internal.lines.LineKind;
import dev.glimprouter.eval.internal.run.RunHeaderCodec;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.internal.Fields;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** The header of a study file as JSON: that of a run, with the rules of the study behind it. */
final class StudyHeaderCodec {

    static final LineKind KIND =
            new LineKind(StudyHeader.SCHEMA, "study", StudyHeader.VERSION, false);

    private StudyHeaderCodec() {}

    static ObjectNode encode(StudyHeader header) {
        ObjectNode to = RunHeaderCodec.encode(header.run());
        to.put("schema", StudyHeader.SCHEMA).put("version", header.version());
        StudyRules rules = header.rules();
        ObjectNode study =
                to.putObject("study").put("steps", rules.steps()).put("forks", rules.forks());
        if (rules.judged()) {
            study.put("judge", JudgedDraft.NAME);
        } else {
            study.putNull("judge");
        }
        rules.embedder()
                .ifPresentOrElse(
                        writer -> study.put("embedder", Json.word(writer)),
                        () -> study.putNull("embedder"));
        return to;
    }

    /**
     * The header with these fields.
     *
     * @throws IllegalArgumentException if it is no header, or one of a newer version
     */
    static StudyHeader decode(Fields from) {
        int version = KIND.versionOf(from);
        Fields study = from.child("study");
        return new StudyHeader(
                version,
                RunHeaderCodec.decode(version, from),
                new StudyRules(
                        study.count("steps"),
                        study.count("forks"),
                        study.has("judge"),
                        study.has("embedder")
                                ? Optional.of(study.word("embedder", Writer.class))
                                : Optional.empty()));
    }
}
