package dev.glimprouter.openai.internal.profile;

/** Checks of what profiles name. */
final class Checks {

    private Checks() {}

    /** A path of a server: begins with a slash and needs no escape. */
    static void path(String path) {
        if (!path.matches("/[A-Za-z0-9._~/-]*")) {
            throw new IllegalArgumentException("not a path of a server: " + path);
        }
    }

    /** A JSON pointer (RFC 6901). */
    static void pointer(String pointer) {
        if (!pointer.startsWith("/")) {
            throw new IllegalArgumentException("not a JSON pointer: " + pointer);
        }
    }
}
