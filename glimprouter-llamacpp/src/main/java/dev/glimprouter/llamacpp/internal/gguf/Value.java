package dev.glimprouter.llamacpp.internal.gguf;

/** A metadata value. */
sealed interface Value {

    /** Its type in the format. */
    ValueType type();

    /** A whole number; unsigned ones of 64 bits above the range are negative. */
    record Whole(ValueType type, long number) implements Value {}

    /** A real number. */
    record Real(ValueType type, double number) implements Value {}

    /** A yes or no. */
    record Flag(boolean on) implements Value {
        @Override
        public ValueType type() {
            return ValueType.BOOL;
        }
    }

    /** A text. */
    record Text(String text) implements Value {
        @Override
        public ValueType type() {
            return ValueType.STRING;
        }
    }

    /**
     * An array that stays in the file.
     *
     * @param element the type of its elements, never an array
     * @param count of elements
     * @param offset in the file of the first one
     */
    record Sequence(ValueType element, int count, long offset) implements Value {
        @Override
        public ValueType type() {
            return ValueType.ARRAY;
        }
    }
}
