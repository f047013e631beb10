package dev.glimprouter.eval.internal.code;

import java.util.List;

/** A way to keep a program apart from the machine. */
enum Way {
    /** Namespaces made by a superuser, and a user id that nobody has. */
    NAMESPACES_OF_ROOT,
    /** Namespaces inside one that any user may make, where the system permits it. */
    NAMESPACES_OF_USER,
    /** Limits of processes only: no network is cut, no file is out of reach. */
    LIMITS_ONLY;

    /** Whether the program gets a world of its own. */
    boolean isolates() {
        return this != LIMITS_ONLY;
    }

    /** Whether the program is to run under another user id. */
    boolean changesUser() {
        return this == NAMESPACES_OF_ROOT;
    }

    /** What stands before the interpreter. */
    List<String> prefix() {
        return switch (this) {
            case NAMESPACES_OF_ROOT -> unshare("--mount");
            case NAMESPACES_OF_USER -> unshare("--user", "--map-root-user", "--mount");
            case LIMITS_ONLY -> List.of();
        };
    }

    private static List<String> unshare(String... options) {
        List<String> command = new java.util.ArrayList<>(List.of("unshare"));
        command.addAll(List.of(options));
        command.addAll(List.of("--net", "--ipc", "--uts", "--pid", "--fork", "--kill-child"));
        return List.copyOf(command);
    }
}
