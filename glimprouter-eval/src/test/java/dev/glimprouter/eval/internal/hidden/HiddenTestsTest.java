package dev.glimprouter.eval.internal.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.eval.data.CodeTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;

class HiddenTestsTest {

    private static final List<CodeTest> TINY = List.of(new CodeTest("", "x"));
    private static final List<CodeTest> SMALL =
            List.of(new CodeTest("1 2\n", "3"), new CodeTest("é\t", ""));
    private static final List<CodeTest> MID = List.of(new CodeTest("a".repeat(300), "b"));

    static Stream<Pickle> strings() {
        return Pickle.all().stream()
                .filter(pickle -> !pickle.name().equals("evil") && !pickle.name().equals("list"))
                .filter(pickle -> pickle.protocol() > 0);
    }

    @ParameterizedTest
    @MethodSource("strings")
    void readsWhatPythonPickled(Pickle pickle) throws UnreadableTests {
        List<CodeTest> expected =
                switch (pickle.name()) {
                    case "tiny" -> TINY;
                    case "small" -> SMALL;
                    default -> MID;
                };
        assertThat(HiddenTests.read(pickle.base64())).isEqualTo(expected);
    }

    @Test
    void readsPlainJson() throws UnreadableTests {
        assertThat(HiddenTests.read(" [{\"output\": \"x\", \"n\": {\"a\": []}, \"input\": \"\"}]"))
                .isEqualTo(TINY);
    }

    @ParameterizedTest
    @MethodSource("dangerous")
    void refusesEveryOtherPickle(Pickle pickle) {
        assertThatThrownBy(() -> HiddenTests.read(pickle.base64()))
                .isInstanceOf(UnreadableTests.class)
                .hasMessageMatching("the hidden tests (hold|are more than one).*");
    }

    static Stream<Pickle> dangerous() {
        return Pickle.all().stream()
                .filter(
                        pickle ->
                                pickle.protocol() == 0
                                        || pickle.name().equals("evil")
                                        || pickle.name().equals("list"));
    }

    @Test
    void refusesWhatIsTooLarge() {
        byte[] megabyte = new byte[1 << 20];
        java.util.Arrays.fill(megabyte, (byte) ' ');
        String bomb = encode(pickled(megabyte));
        assertThatThrownBy(() -> HiddenTests.read(bomb, 1 << 19))
                .isInstanceOf(UnreadableTests.class)
                .hasMessage("the hidden tests are larger than 524288 bytes");
    }

    @Test
    void believesNoLengthThatNoBytesFollow() {
        byte[] liar = {(byte) 0x80, 4, 'X', 0, 0, 0, 0x10, 'a', '.'};
        assertThatThrownBy(() -> HiddenTests.read(encode(liar)))
                .isInstanceOf(UnreadableTests.class)
                .hasMessageContaining("end too early");
    }

    @Test
    void refusesTrailingBytesAndSecondStrings() {
        byte[] one = pickled("[]".getBytes(StandardCharsets.UTF_8));
        byte[] longer = java.util.Arrays.copyOf(one, one.length + 1);
        assertThatThrownBy(() -> HiddenTests.read(encode(longer)))
                .hasMessageContaining("not exactly one pickled string");
        byte[] two = {'X', 1, 0, 0, 0, '[', 'X', 1, 0, 0, 0, ']', '.'};
        assertThatThrownBy(() -> HiddenTests.read(encode(two)))
                .hasMessageContaining("more than one pickled string");
        byte[] none = {(byte) 0x80, 4, '.'};
        assertThatThrownBy(() -> HiddenTests.read(encode(none)))
                .hasMessageContaining("not exactly one pickled string");
        byte[] early = {(byte) 0x94, '.'};
        assertThatThrownBy(() -> HiddenTests.read(encode(early)))
                .hasMessageContaining("before there is one");
    }

    static byte[] pickled(byte[] utf8) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x80, 4, 'X'});
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(utf8.length >> shift);
        }
        out.writeBytes(utf8);
        out.writeBytes(new byte[] {(byte) 0x94, '.'});
        return out.toByteArray();
    }

    static String encode(byte[] pickle) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(out)) {
            deflated.write(pickle);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
