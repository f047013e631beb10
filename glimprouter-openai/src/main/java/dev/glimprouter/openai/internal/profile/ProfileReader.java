package dev.glimprouter.openai.internal.profile;

import dev.glimprouter.error.RequestException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads profiles written as JSON.
 *
 * <p>A profile may begin from a bundled one, named by {@code like}, and say only what differs: its
 * fields replace those of the same name, objects are merged, null takes a field away (RFC 7396).
 * Everything wrong is a {@link RequestException} that names the file and the field.
 */
public final class ProfileReader {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final long MOST_BYTES = 1 << 20;

    private ProfileReader() {}

    /** Reads a file, of at most 1 MiB. */
    public static Profile read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new RequestException(file + " is too long for a profile.");
            }
            return read(file.toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new RequestException(
                    "The profile %s cannot be read: %s."
                            .formatted(file, unreadable.getClass().getSimpleName()),
                    unreadable);
        }
    }

    /**
     * Reads a profile.
     *
     * @param file what messages call its source
     */
    public static Profile read(String file, String json) {
        try {
            return new Fields(whole(object(json)), "").whole(ProfileCodec::profile);
        } catch (JacksonException broken) {
            throw new RequestException(
                    "%s is not valid JSON: %s.".formatted(file, broken.getOriginalMessage()),
                    broken);
        } catch (IllegalArgumentException wrong) {
            throw new RequestException("%s: %s.".formatted(file, wrong.getMessage()), wrong);
        }
    }

    private static ObjectNode object(String json) {
        if (MAPPER.readTree(json) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("a profile is a JSON object");
    }

    private static ObjectNode whole(ObjectNode object) {
        JsonNode like = object.remove("like");
        if (like == null) {
            return object;
        }
        ObjectNode base = object(Bundled.json(like.asString("")));
        merge(base, object);
        return base;
    }

    private static void merge(ObjectNode base, ObjectNode patch) {
        for (var field : patch.properties()) {
            if (field.getValue().isNull()) {
                base.remove(field.getKey());
            } else if (field.getValue() instanceof ObjectNode inner
                    && base.get(field.getKey()) instanceof ObjectNode old) {
                merge(old, inner);
            } else {
                base.set(field.getKey(), field.getValue());
            }
        }
    }
}
