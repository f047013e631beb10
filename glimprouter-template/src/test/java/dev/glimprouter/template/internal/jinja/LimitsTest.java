package dev.glimprouter.template.internal.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.template.Golden;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/** A hostile template ends with an error, soon and in little memory. */
@Timeout(60)
class LimitsTest {
    private static final String MANY = "range(100000)";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ 'x' * 1000000000000 }}",
                "{{ [1] * 1000000000000 }}",
                "{% set n = namespace(t='xx') %}{% for i in range(100) %}{% set n.t = n.t + n.t %}{% endfor %}",
                "{% set n = namespace(t=[1]) %}{% for i in range(100) %}{% set n.t = n.t + n.t %}{% endfor %}",
                "{% for i in " + MANY + " %}{% for j in " + MANY + " %}{% endfor %}{% endfor %}",
                "{% for i in " + MANY + " %}{{ 'some text that grows' }}{% endfor %}",
                "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
                "{% set n = namespace(t=[]) %}{% for i in range(1000) %}{% set n.t = [n.t] %}{% endfor %}{{ n.t }}",
                "{% set n = namespace(t=['x']) %}{% for i in range(60) %}{% set n.t = [n.t, n.t] %}{% endfor %}{{ n.t }}",
                "{% set n = namespace(t=['x']) %}{% for i in range(60) %}{% set n.t = [n.t, n.t] %}{% endfor %}{{ n.t == n.t + [] or n.t | tojson }}",
                "{% set n = namespace(t=['x']) %}{% for i in range(60) %}{% set n.t = [n.t, n.t] %}{% endfor %}{% set a = n.t %}{{ a in [a + []] or a < a }}",
                "{% set h = 'a' * 1000000 %}{% for i in "
                        + MANY
                        + " %}{{ ('a' * 500000 + 'b') in h }}{% endfor %}",
                "{% set h = 'a' * 1000000 %}{% for i in "
                        + MANY
                        + " %}{% set x = h.split('a') %}{% endfor %}",
                "{% set h = 'a' * 1000000 %}{% for i in "
                        + MANY
                        + " %}{% set x = h[1:] | trim | upper %}{% endfor %}",
                "{% set h = 'a' * 1000000 %}{% for i in "
                        + MANY
                        + " %}{% set x = h.find('b') + (h | length) %}{% endfor %}",
                "{% set h = 'a' * 1000000 %}{% for c in h %}{{ h == h ~ '' }}{% endfor %}",
                "{{ 'a\\nb' | indent(1000000000) }}",
                "{{ [[1]] | tojson(indent=1000000000) }}",
                "{{ 1.5 | round(1000000000) }}",
                "{{ 10 ** 1000000000 }}",
                "{{ 9223372036854775807 + 1 }}",
                "{{ (-9223372036854775807 - 1) // -1 }}",
                "{{ range(1000000000) }}",
                "{{ range(9223372036854775807, 0, -9223372036854775807) | list + range(0, 9223372036854775807, 9223372036854775806) | list + 1 }}",
                "{% set n = namespace() %}{% set n.n = n %}{{ n }}",
                "{{ messages.__class__.__init__.__globals__ }}",
                "{{ ''.getClass().forName('java.lang.Runtime') }}",
                "{{ messages.class.protectionDomain }}",
            })
    void endsWithAnError(String source) {
        assertThatThrownBy(() -> render(source)).isInstanceOf(JinjaException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "{1:",
                "-",
                "not ",
                "x[",
                "x(",
                "1 if 1 else ",
                "a.",
                "{{",
                "x|f("
            })
    void refusesExpressionsThatNestTooDeeply(String opening) {
        String source = "{{ " + opening.repeat(100_000) + "x }}";

        assertThatThrownBy(() -> render(source)).isInstanceOf(JinjaException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " + 1", " ~ 1", "|string", ".a", "[0]", " and 1", " or 1", " == 1", " if 1", "()"
            })
    void rendersOrRefusesLongChains(String link) {
        String source = "{{ x" + link.repeat(50_000) + " }}";

        assertThat(outcome(source)).isIn("rendered", "refused");
    }

    private static String outcome(String source) {
        try {
            render(source);
            return "rendered";
        } catch (JinjaException e) {
            return "refused";
        }
    }

    @Test
    void refusesBlocksThatNestTooDeeply() {
        String source = "{% if x %}".repeat(10_000);

        assertThatThrownBy(() -> render(source)).isInstanceOf(JinjaException.class);
    }

    @Test
    void refusesASourceThatIsTooLong() {
        String source = "x".repeat((1 << 20) + 1);

        assertThatThrownBy(() -> render(source)).isInstanceOf(JinjaException.class);
    }

    @Test
    void allowsLongMessages() {
        String content = "word ".repeat(1_000_000);
        String source = "{{ m | trim }}{% set x = m.split('</think>')[-1] %}{{ x == m }}";

        String output =
                JinjaTemplate.parse(source)
                        .render(
                                Map.of("m", Text.ofMessage(content)),
                                content.length(),
                                Golden.CLOCK)
                        .chars();

        assertThat(output).isEqualTo(content.strip() + "True");
    }

    private static String render(String source) {
        return JinjaTemplate.parse(source)
                .render(Map.of("messages", List.of()), 0, Golden.CLOCK)
                .chars();
    }
}
