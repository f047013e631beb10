package dev.glimprouter.llamacpp.internal.natives;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.internal.digest.Sha256;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of a packed {@code index.txt}: one file a line, after a line for the package and one
 * for the lock file.
 *
 * @param files what is packed, in order
 * @param id a name for exactly this content: the first 16 hex digits of the index's own SHA-256
 */
record NativeIndex(List<Entry> files, String id) {

    private static final Pattern LINE =
            Pattern.compile("([0-9a-f]{64}) (\\d{1,12}) ([A-Za-z0-9][\\w.+-]*)");

    /** A packed file with its size in bytes. */
    record Entry(String name, long bytes, String sha256) {}

    NativeIndex {
        files = List.copyOf(files);
    }

    static NativeIndex parse(String text) {
        List<Entry> files =
                text.lines()
                        .filter(line -> !line.startsWith("package ") && !line.startsWith("lock "))
                        .map(NativeIndex::entry)
                        .toList();
        return new NativeIndex(files, Sha256.of(text).substring(0, 16));
    }

    private static Entry entry(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new SetupException("The packed natives are damaged; build the project again.");
        }
        return new Entry(matcher.group(3), Long.parseLong(matcher.group(2)), matcher.group(1));
    }
}
