package dev.glimprouter.eval.internal.run;

import dev.glimprouter.eval.data.Task;
import dev.glimprouter.eval.internal.lines.LineKind;
import dev.glimprouter.eval.run.Prompting;
import dev.glimprouter.eval.run.RunData;
import dev.glimprouter.eval.run.RunHeader;
import dev.glimprouter.eval.run.Selection;
import dev.glimprouter.trace.internal.ConfigCodec;
import dev.glimprouter.trace.internal.EnvironmentCodec;
import dev.glimprouter.trace.internal.Fields;
import dev.glimprouter.trace.internal.Json;
import dev.glimprouter.trace.internal.ModelCodec;
import dev.glimprouter.trace.internal.WriterMap;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** The header of a run file as JSON. */
public final class RunHeaderCodec {

    /** Run files. */
    public static final LineKind KIND =
            new LineKind(RunHeader.SCHEMA, "run", RunHeader.VERSION, true);

    private RunHeaderCodec() {}

    /** The fields; the schema comes first, so that a file is known by its first bytes. */
    public static ObjectNode encode(RunHeader header) {
        ObjectNode to = Json.object();
        to.put("schema", RunHeader.SCHEMA);
        to.put("version", header.version());
        to.put("startedAt", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(header.startedAt()));
        to.set("environment", EnvironmentCodec.encode(header.environment()));
        to.set("data", encode(header.data()));
        to.putObject("prompting")
                .put("instruction", header.prompting().instruction())
                .put("request", header.prompting().request());
        to.put("grading", header.grading());
        to.put("strategy", header.strategy());
        ObjectNode config = ConfigCodec.encode(header.config());
        config.remove("repeat");
        to.set("config", config);
        to.put("repeats", header.repeats());
        to.set("models", WriterMap.encode(header.models(), ModelCodec::encode));
        return to;
    }

    private static ObjectNode encode(RunData data) {
        ObjectNode to =
                Json.object()
                        .put("name", data.name())
                        .put("sha256", data.sha256())
                        .put("task", Json.word(data.task()));
        data.selection()
                .side()
                .ifPresent(
                        side ->
                                to.putObject("half")
                                        .put("side", Json.word(side.half()))
                                        .put("seed", side.seed()));
        data.selection()
                .draw()
                .ifPresent(
                        draw ->
                                to.putObject("sample")
                                        .put("count", draw.count())
                                        .put("seed", draw.seed()));
        to.put("questions", data.questions());
        to.put("questionsSha256", data.questionsSha256());
        to.put("publishable", data.publishable());
        ArrayNode notes = to.putArray("notes");
        data.notes().forEach(notes::add);
        return to;
    }

    /**
     * The header with these fields.
     *
     * @throws IllegalArgumentException if it is no header, or one of a newer version
     */
    public static RunHeader decode(Fields from) {
        return decode(KIND.versionOf(from), from);
    }

    /** The same of a header of any kind that has these fields. */
    public static RunHeader decode(int version, Fields from) {
        Fields prompting = from.child("prompting");
        Fields config = from.child("config");
        config.object().put("repeat", 0);
        return new RunHeader(
                version,
                OffsetDateTime.parse(from.text("startedAt")),
                EnvironmentCodec.decode(from.child("environment")),
                data(from.child("data")),
                new Prompting(prompting.text("instruction"), prompting.text("request")),
                from.text("grading"),
                from.text("strategy"),
                ConfigCodec.decode(config),
                from.count("repeats"),
                WriterMap.decode(from.child("models"), ModelCodec::decode));
    }

    private static RunData data(Fields from) {
        return new RunData(
                from.text("name"),
                from.text("sha256"),
                from.word("task", Task.class),
                new Selection(
                        from.maybe("half").map(RunHeaderCodec::side),
                        from.maybe("sample").map(RunHeaderCodec::draw)),
                from.count("questions"),
                from.text("questionsSha256"),
                from.flag("publishable"),
                from.texts("notes"));
    }

    private static Selection.Side side(Fields from) {
        return new Selection.Side(from.word("side", Selection.Half.class), from.whole("seed"));
    }

    private static Selection.Draw draw(Fields from) {
        return new Selection.Draw(from.count("count"), from.whole("seed"));
    }
}
