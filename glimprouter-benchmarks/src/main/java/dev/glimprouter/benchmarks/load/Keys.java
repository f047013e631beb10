package dev.glimprouter.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** API keys of several owners. */
final class Keys {

    /** Owners; the last one is on short rations. */
    static final List<String> OWNERS = List.of("ann", "bob", "cleo", "metered");

    private Keys() {}

    static String of(String owner) {
        return "gr-key-of-" + owner;
    }

    static String any(RandomGenerator random) {
        return of(OWNERS.get(random.nextInt(OWNERS.size())));
    }

    /** The list for {@code serve.keys}. */
    static String yaml() {
        return OWNERS.stream()
                .map(owner -> owner + " sha256:" + hash(of(owner)))
                .collect(Collectors.joining("', '", "['", "']"));
    }

    private static String hash(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
