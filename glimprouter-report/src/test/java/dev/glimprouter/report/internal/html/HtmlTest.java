package dev.glimprouter.report.internal.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Elements hold texts, whatever these are. */
class HtmlTest {

    private static final Offset<Double> NEAR = Offset.offset(1e-9);

    private final StringBuilder out = new StringBuilder();
    private final Html html = new Html(out);

    @Test
    void elementsNest() {
        html.open("p", "class", "a").text("x").leaf("b", "y").lone("br").close();

        assertThat(out).hasToString("<p class=\"a\">x<b>y</b><br></p>");
    }

    @Test
    void textsAndValuesAreEscaped() {
        html.leaf("p", "</p><script>&\"'", "title", "\"><script>");

        assertThat(out)
                .hasToString(
                        "<p title=\"&quot;&gt;&lt;script&gt;\">"
                                + "&lt;/p&gt;&lt;script&gt;&amp;&quot;&#39;</p>");
    }

    @Test
    void whatHtmlMayNotHoldIsReplaced() {
        html.text("a\0b\u0007c\ud800d\udc00 \ud83d\ude42\n\t\u0085");

        assertThat(out).hasToString("a\uFFFDb\uFFFDc\uFFFDd\uFFFD \ud83d\ude42\n\t\uFFFD");
    }

    @ParameterizedTest
    @CsvSource({"0,1,0,1,0.2", "0,23,0,25,5", "0.31,0.58,0.3,0.6,0.1", "4,4,4,4.2,0.2"})
    void scalesHaveRoundMarks(double least, double most, double from, double to, double step) {
        Scale scale = Scale.of(least, most, 100, 200);

        assertThat(scale.least()).isCloseTo(from, NEAR);
        assertThat(scale.most()).isCloseTo(to, NEAR);
        assertThat(scale.step()).isCloseTo(step, NEAR);
        assertThat(scale.at(scale.least())).isEqualTo(100);
        assertThat(scale.at(scale.most())).isEqualTo(200);
        assertThat(scale.marks().getLast()).isCloseTo(to, NEAR);
    }
}
