package dev.glimprouter.eval.data;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.internal.digest.Sha256;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a user names a dataset by: {@code [KIND:]PLACE[#OPTION=VALUE[&OPTION=VALUE...]]}, such as
 * {@code gsm8k:/data/test.jsonl} or {@code math500:https://host/test.jsonl#sha256=35dc41...}.
 *
 * @param kind the file's form; empty where it is to be found out
 * @param place a file, or an address with a checksum
 * @param sha256 what the file's checksum has to be
 * @param fields how to read a file of one's own
 * @param publishable whether reports may show question texts, where the user said so
 */
public record DatasetRef(
        Optional<DatasetKind> kind,
        Place place,
        Optional<String> sha256,
        FieldChoice fields,
        Optional<Boolean> publishable) {

    /** Where the file is. */
    public sealed interface Place {

        /** The last part of its path. */
        String fileName();

        /** A file of this machine. */
        record Local(Path file) implements Place {
            @Override
            public String fileName() {
                return String.valueOf(file.getFileName());
            }
        }

        /** A file that is downloaded into the user's cache. */
        record Remote(URI address) implements Place {
            @Override
            public String fileName() {
                String path = String.valueOf(address.getPath());
                return path.substring(path.lastIndexOf('/') + 1);
            }
        }
    }

    /** Checks the checksum's form, and that an address has one. */
    public DatasetRef {
        if (sha256.isPresent() && !Sha256.matches(sha256.get())) {
            throw new RequestException(
                    "sha256=%s is no checksum: 64 hexadecimal digits in lower case are needed."
                            .formatted(sha256.get()));
        }
        if (place instanceof Place.Remote(URI address) && sha256.isEmpty()) {
            throw new RequestException(
                    "%s needs a checksum: add #sha256= and the 64 digits that sha256sum prints."
                            .formatted(address));
        }
    }

    /** A file of a known form. */
    public static DatasetRef of(DatasetKind kind, Path file) {
        return new DatasetRef(
                Optional.of(kind),
                new Place.Local(file),
                Optional.empty(),
                FieldChoice.NONE,
                Optional.empty());
    }

    /**
     * Reads what a user wrote.
     *
     * @throws RequestException if it cannot be read, with what to write instead
     */
    public static DatasetRef parse(String text) {
        return new RefReader(text).read();
    }
}
