package dev.glimprouter.eval.study;

import dev.glimprouter.eval.internal.run.FailureCodec;
import dev.glimprouter.eval.internal.run.GradeCodec;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.internal.Fields;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.OptionalDouble;

/** A line of a study file as JSON. */
final class StudyEntryCodec {

    private StudyEntryCodec() {}

    static ObjectNode encode(StudyEntry entry) {
        ObjectNode to =
                Json.object()
                        .put("problem", entry.problem())
                        .put("hash", entry.hash())
                        .put("attempts", entry.attempts());
        entry.grade().ifPresent(grade -> to.set("grade", GradeCodec.encode(grade)));
        entry.failure().ifPresent(failure -> to.set("failure", FailureCodec.encode(failure)));
        to.put("reasoningSteps", entry.reasoningSteps());
        ArrayNode steps = to.putArray("steps");
        entry.steps().forEach(step -> steps.add(encode(step)));
        ArrayNode forks = to.putArray("forks");
        entry.forks().forEach(fork -> forks.add(encode(fork)));
        return to;
    }

    private static ObjectNode encode(StudiedStep step) {
        ObjectNode to =
                Json.object().put("index", step.index()).put("firstToken", step.firstToken());
        Json.putReal(to, "hInit", step.hInit());
        Json.putReal(to, "hStep", step.hStep());
        Json.putReal(to, "pplStep", step.pplStep());
        Json.putReal(to, "judge", step.judge());
        Json.putReal(to, "bleu", step.bleu());
        Json.putReal(to, "similarity", step.similarity());
        to.put("kept", Json.word(step.kept()));
        to.set("small", encode(step.small()));
        to.set("large", encode(step.large()));
        return to;
    }

    private static ObjectNode encode(StepVersion version) {
        return Json.object()
                .put("text", version.text())
                .put("tokens", version.tokens())
                .put("ending", Json.word(version.ending()));
    }

    private static ObjectNode encode(Fork fork) {
        ObjectNode to =
                Json.object()
                        .put("step", fork.step())
                        .put("side", Json.word(fork.side()))
                        .put("hInit", fork.hInit());
        to.set("small", GradeCodec.encode(fork.small()));
        to.set("large", GradeCodec.encode(fork.large()));
        return to;
    }

    /** Which question it is about, without the rest. */
    static String key(Fields from) {
        return from.text("problem");
    }

    /**
     * The entry with these fields.
     *
     * @throws IllegalArgumentException if one is missing or wrong
     */
    static StudyEntry decode(Fields from) {
        return new StudyEntry(
                key(from),
                from.text("hash"),
                from.count("attempts"),
                from.maybe("grade").map(GradeCodec::decode),
                from.maybe("failure").map(FailureCodec::decode),
                from.count("reasoningSteps"),
                from.children("steps").stream().map(StudyEntryCodec::step).toList(),
                from.children("forks").stream().map(StudyEntryCodec::fork).toList());
    }

    private static StudiedStep step(Fields from) {
        return new StudiedStep(
                from.count("index"),
                from.text("firstToken"),
                real(from, "hInit"),
                real(from, "hStep"),
                real(from, "pplStep"),
                real(from, "judge"),
                from.word("kept", Writer.class),
                version(from.child("small")),
                version(from.child("large")),
                real(from, "bleu"),
                real(from, "similarity"));
    }

    private static OptionalDouble real(Fields from, String name) {
        return from.has(name) ? OptionalDouble.of(from.real(name)) : OptionalDouble.empty();
    }

    private static StepVersion version(Fields from) {
        return new StepVersion(
                from.text("text"), from.count("tokens"), from.word("ending", Ending.class));
    }

    private static Fork fork(Fields from) {
        return new Fork(
                from.count("step"),
                from.word("side", Fork.Side.class),
                from.real("hInit"),
                GradeCodec.decode(from.child("small")),
                GradeCodec.decode(from.child("large")));
    }
}
