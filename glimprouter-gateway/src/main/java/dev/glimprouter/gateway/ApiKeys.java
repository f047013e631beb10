package dev.glimprouter.gateway;

import dev.glimprouter.error.RequestException;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may come in: names by the hashes of their keys. The keys themselves are nowhere here.
 *
 * <p>A hash is plain SHA-256, which is enough for keys of 256 random bits, as {@link #fresh} makes
 * them, and for none that a person made up. Immutable.
 */
public final class ApiKeys {

    /** Nobody has a key, and none is asked for. */
    public static final ApiKeys NONE = new ApiKeys(Map.of());

    private static final Pattern LINE =
            Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,63})\\s+sha256:([0-9a-fA-F]{64})");
    private static final int KEY_BYTES = 32;
    private static final String PREFIX = "gr-";

    private final Map<String, String> names;

    private ApiKeys(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    /**
     * Keys as one writes them: a name, white space, {@code sha256:} and the hash in hexadecimal.
     *
     * @throws RequestException if one is written otherwise, or stands twice; it is not repeated
     */
    public static ApiKeys of(List<String> lines) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i).strip());
            if (!line.matches()) {
                throw new RequestException(
                        "key no. %d must be written as NAME sha256:HEX, as serve --new-key NAME prints it."
                                .formatted(i + 1));
            }
            String hash = line.group(2).toLowerCase(Locale.ROOT);
            if (names.containsValue(line.group(1)) || names.put(hash, line.group(1)) != null) {
                throw new RequestException(
                        "key no. %d, or its name, stands twice.".formatted(i + 1));
            }
        }
        return new ApiKeys(names);
    }

    /** A new random key. */
    public static String fresh() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** A key as one writes it down here. */
    public static String line(String name, String key) {
        String line = name + " sha256:" + hash(key);
        of(List.of(line));
        return line;
    }

    /** Whether nobody has a key. */
    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** The names of all who have one. */
    public Set<String> names() {
        return Set.copyOf(names.values());
    }

    /** The name of whoever has this key; empty for a wrong one. */
    public Optional<String> owner(String key) {
        return Optional.ofNullable(names.get(hash(key)));
    }

    private static String hash(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiKeys keys && names.equals(keys.names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    @Override
    public String toString() {
        return names.size() + " keys";
    }
}
