package dev.glimprouter.models;

import java.util.regex.Pattern;

/**
 * A file in a repository of the model hub.
 *
 * @param owner the repository's owner
 * @param repo the repository's name
 * @param revision a branch, tag or commit
 * @param file path inside the repository, with {@code /} between folders
 */
public record HubFile(String owner, String repo, String revision, String file) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    /** Checks that no part can leave its folder or change the address. */
    public HubFile {
        requireName(owner);
        requireName(repo);
        requireName(revision);
        for (String folder : file.split("/", -1)) {
            requireName(folder);
        }
    }

    /** A file of the main branch. */
    public static HubFile ofMain(String owner, String repo, String file) {
        return new HubFile(owner, repo, "main", file);
    }

    /** The last part of the path. */
    public String fileName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** The form that {@link ModelRef#parse} reads: {@code hf:owner/repo/file.gguf}. */
    public String reference() {
        return "hf:" + owner + "/" + repo + "/" + file;
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches() || name.endsWith(".")) {
            throw new IllegalArgumentException("'" + name + "' is not a name on the model hub");
        }
    }
}
