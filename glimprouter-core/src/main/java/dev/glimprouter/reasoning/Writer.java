package dev.glimprouter.reasoning;

/** The two roles: which model writes. */
public enum Writer {
    /** The small model: glimpses every step and writes the routine ones. */
    SMALL,
    /** The large model: writes the turning points and the final answer. */
    LARGE;

    /** The other role. */
    public Writer other() {
        return this == SMALL ? LARGE : SMALL;
    }
}
