package dev.glimprouter.testkit.gguf;

import java.util.List;

/** One metadata value as it stands in a file. */
public final class MetadataValue {

    private static final int U16 = 2;
    private static final int U32 = 4;
    private static final int I32 = 5;
    private static final int F32 = 6;
    private static final int BOOL = 7;
    private static final int STRING = 8;
    private static final int ARRAY = 9;

    private final int type;
    private final byte[] payload;

    /**
     * Any value, a wrong one too.
     *
     * @param type the format's number for the type of value
     * @param payload its bytes, little-endian
     */
    public MetadataValue(int type, byte[] payload) {
        this.type = type;
        this.payload = payload.clone();
    }

    int type() {
        return type;
    }

    byte[] payload() {
        return payload.clone();
    }

    /** An unsigned number of 16 bits. */
    public static MetadataValue u16(int value) {
        return new MetadataValue(U16, new LittleEndian().i16(value).bytes());
    }

    /** An unsigned number of 32 bits. */
    public static MetadataValue u32(int value) {
        return new MetadataValue(U32, new LittleEndian().i32(value).bytes());
    }

    /** A real number of 32 bits. */
    public static MetadataValue f32(float value) {
        return new MetadataValue(F32, new LittleEndian().f32(value).bytes());
    }

    /** A yes or no. */
    public static MetadataValue flag(boolean value) {
        return new MetadataValue(BOOL, new byte[] {(byte) (value ? 1 : 0)});
    }

    /** A text. */
    public static MetadataValue text(String value) {
        return new MetadataValue(STRING, new LittleEndian().text(value).bytes());
    }

    /** An array of texts. */
    public static MetadataValue texts(List<String> values) {
        LittleEndian array = array(STRING, values.size());
        values.forEach(array::text);
        return new MetadataValue(ARRAY, array.bytes());
    }

    /** An array of signed numbers of 32 bits. */
    public static MetadataValue ints(List<Integer> values) {
        LittleEndian array = array(I32, values.size());
        values.forEach(array::i32);
        return new MetadataValue(ARRAY, array.bytes());
    }

    /** An array of real numbers of 32 bits. */
    public static MetadataValue floats(List<Float> values) {
        LittleEndian array = array(F32, values.size());
        values.forEach(array::f32);
        return new MetadataValue(ARRAY, array.bytes());
    }

    private static LittleEndian array(int elementType, int count) {
        return new LittleEndian().i32(elementType).i64(count);
    }
}
