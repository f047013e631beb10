package dev.glimprouter.trace.internal;

import dev.glimprouter.trace.TraceHeader;

import tools.jackson.databind.node.ObjectNode;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** A header as JSON. */
public final class HeaderCodec {

    private HeaderCodec() {}

    /** The header's fields; its schema comes first, so that a file is known by its first bytes. */
    public static ObjectNode encode(TraceHeader header) {
        ObjectNode to = Json.object();
        to.put("schema", TraceHeader.SCHEMA);
        to.put("version", header.version());
        to.put("startedAt", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(header.startedAt()));
        to.set("environment", EnvironmentCodec.encode(header.environment()));
        to.set("question", QuestionCodec.encode(header.question()));
        to.put("strategy", header.strategy());
        to.set("config", ConfigCodec.encode(header.config()));
        to.set("models", WriterMap.encode(header.models(), ModelCodec::encode));
        return to;
    }

    /**
     * The header with these fields.
     *
     * @throws IllegalArgumentException if it is no header, or one of a newer version
     */
    public static TraceHeader decode(Fields from) {
        if (!from.has("schema") || !TraceHeader.SCHEMA.equals(from.text("schema"))) {
            throw new IllegalArgumentException("not the header of a trace");
        }
        int version = from.count("version");
        if (version < 1 || version > TraceHeader.VERSION) {
            throw new IllegalArgumentException(
                    "trace version %d, but this GlimpRouter reads versions up to %d: use a newer one"
                            .formatted(version, TraceHeader.VERSION));
        }
        return new TraceHeader(
                version,
                OffsetDateTime.parse(from.text("startedAt")),
                EnvironmentCodec.decode(from.child("environment")),
                QuestionCodec.decode(from.child("question")),
                from.text("strategy"),
                ConfigCodec.decode(from.child("config")),
                WriterMap.decode(from.child("models"), ModelCodec::decode));
    }
}
