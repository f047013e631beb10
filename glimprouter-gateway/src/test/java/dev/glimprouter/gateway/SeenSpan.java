package dev.glimprouter.gateway;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A span as it arrived at a collector.
 *
 * @param service the service that it came from
 * @param trace id of its trace, in hexadecimal
 * @param id its own
 * @param parent id of the span above
 * @param start nanoseconds since 1970
 * @param end the same
 * @param failed whether it is marked as an error
 */
record SeenSpan(
        String service,
        String trace,
        String id,
        String parent,
        String name,
        long start,
        long end,
        boolean failed,
        Map<String, Object> attributes) {

    private static final int ERROR = 2;

    /** All spans of an export request of OTLP (opentelemetry/proto/trace/v1/trace.proto). */
    static List<SeenSpan> of(byte[] export) {
        return Protobuf.of(export).messages(1).stream()
                .flatMap(
                        resource -> {
                            Object service =
                                    attributes(resource.messages(1).getFirst().messages(1))
                                            .get("service.name");
                            return resource.messages(2).stream()
                                    .flatMap(scope -> scope.messages(2).stream())
                                    .map(span -> of(String.valueOf(service), span));
                        })
                .toList();
    }

    private static SeenSpan of(String service, Protobuf span) {
        HexFormat hex = HexFormat.of();
        return new SeenSpan(
                service,
                hex.formatHex(span.bytes(1)),
                hex.formatHex(span.bytes(2)),
                hex.formatHex(span.bytes(4)),
                span.text(5),
                span.number(7),
                span.number(8),
                span.messages(15).stream().anyMatch(status -> status.number(3) == ERROR),
                attributes(span.messages(9)));
    }

    private static Map<String, Object> attributes(List<Protobuf> pairs) {
        return pairs.stream()
                .collect(
                        Collectors.toMap(
                                pair -> pair.text(1), pair -> value(pair.messages(2).getFirst())));
    }

    private static Object value(Protobuf value) {
        if (value.has(2)) {
            return value.number(2) != 0;
        }
        if (value.has(3)) {
            return value.number(3);
        }
        return value.has(4) ? Double.longBitsToDouble(value.number(4)) : value.text(1);
    }

    Object attribute(String name) {
        return attributes.getOrDefault(name, "(missing)");
    }
}
