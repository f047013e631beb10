package dev.glimprouter.gateway;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of one protobuf message by number, each as often as it stands there. */
final class Protobuf {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED_32 = 5;

    private final Map<Integer, List<Object>> fields = new LinkedHashMap<>();

    private Protobuf() {}

    static Protobuf of(byte[] bytes) {
        Protobuf message = new Protobuf();
        ByteBuffer from = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (from.hasRemaining()) {
            int tag = (int) varint(from);
            message.fields
                    .computeIfAbsent(tag >>> 3, _ -> new ArrayList<>())
                    .add(value(from, tag & 7));
        }
        return message;
    }

    private static Object value(ByteBuffer from, int type) {
        return switch (type) {
            case VARINT -> varint(from);
            case FIXED_64 -> from.getLong();
            case FIXED_32 -> (long) from.getInt();
            case LENGTH -> {
                byte[] bytes = new byte[(int) varint(from)];
                from.get(bytes);
                yield bytes;
            }
            default -> throw new AssertionError("no such type: " + type);
        };
    }

    private static long varint(ByteBuffer from) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = from.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    boolean has(int field) {
        return fields.containsKey(field);
    }

    List<Protobuf> messages(int field) {
        return all(field).stream().map(bytes -> of((byte[]) bytes)).toList();
    }

    byte[] bytes(int field) {
        return has(field) ? (byte[]) all(field).getLast() : new byte[0];
    }

    String text(int field) {
        return new String(bytes(field), StandardCharsets.UTF_8);
    }

    long number(int field) {
        return has(field) ? (long) all(field).getLast() : 0;
    }

    private List<Object> all(int field) {
        return fields.getOrDefault(field, List.of());
    }
}
