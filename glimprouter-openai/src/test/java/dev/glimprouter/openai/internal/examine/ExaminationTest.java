package dev.glimprouter.openai.internal.examine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.openai.ServerFacts;
import dev.glimprouter.openai.ServerFacts.Abort;
import dev.glimprouter.openai.ServerFacts.Begin;
import dev.glimprouter.openai.ServerFacts.Distribution;
import dev.glimprouter.openai.ServerFacts.Glimpse;
import dev.glimprouter.openai.ServerFacts.PromptCount;
import dev.glimprouter.openai.ServerFacts.PromptForm;
import dev.glimprouter.openai.ServerFacts.Speed;
import dev.glimprouter.openai.ServerFacts.StopText;
import dev.glimprouter.openai.ServerReport;
import dev.glimprouter.testkit.upstream.Faults;
import dev.glimprouter.testkit.upstream.dialect.Dialect;
import dev.glimprouter.testkit.upstream.dialect.Dialects;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What is found out about servers that do as they should. */
class ExaminationTest extends ExaminationBase {

    private static final long LOOK = Duration.ofMillis(20).toNanos();

    private static int promptTokens(Dialect dialect) {
        return dialect.prompts().getFirst().size();
    }

    @Test
    void vllm() {
        Dialect dialect = Dialects.vllm(ExaminationBase::writes);
        ServerReport report =
                examine(
                        Faults.onPath(
                                "/metrics",
                                inTurn(
                                        metrics(0, 100),
                                        metrics(0, 100),
                                        metrics(1, 103),
                                        metrics(0, 104)),
                                dialect));

        assertThat(report.findings()).isEmpty();
        assertThat(report.isUsable()).isTrue();
        int tokens = promptTokens(dialect);
        int cached = (tokens - 1) / 16 * 16;
        assertThat(facts(report))
                .isEqualTo(
                        new ServerFacts(
                                new EngineInfo("vllm", "0.33.0", "script", 0, 4096, 0),
                                PromptForm.TOKENS,
                                new Glimpse(20, 20, Distribution.RAW),
                                StopText.KEPT,
                                new PromptCount(
                                        OptionalInt.of(tokens),
                                        Begin.RIGHT,
                                        OptionalInt.of(cached)),
                                new Abort(Abort.End.IDLE, LOOK, OptionalInt.of(3)),
                                new Speed(tokens, 0, 2, 0, false)));
    }

    @Test
    void llamaServer() {
        Dialect dialect = Dialects.llamaServer(ExaminationBase::writes);
        ServerReport report =
                examine(
                        Faults.onPath(
                                "/slots",
                                inTurn(
                                        slots(false, 3),
                                        slots(false, 3),
                                        slots(true, 2),
                                        slots(true, 2),
                                        slots(false, 3)),
                                dialect));

        assertThat(report.findings()).isEmpty();
        int tokens = promptTokens(dialect);
        assertThat(facts(report))
                .isEqualTo(
                        new ServerFacts(
                                new EngineInfo(
                                        "llama-server",
                                        "b11434-5f1f5d2f6",
                                        "script",
                                        32_768,
                                        4096,
                                        0),
                                PromptForm.TEXT,
                                new Glimpse(20, 20, Distribution.RAW),
                                StopText.PUT_BACK,
                                new PromptCount(
                                        OptionalInt.of(tokens),
                                        Begin.RIGHT,
                                        OptionalInt.of(tokens - 1)),
                                new Abort(Abort.End.IDLE, 2 * LOOK, OptionalInt.of(2)),
                                new Speed(tokens, tokens * 1_000_000L, 3, 30_000_000, true)));
    }

    @Test
    void sglang() {
        Dialect dialect = Dialects.sglang(ExaminationBase::writes);
        ServerReport report = examine(dialect);

        assertThat(report.findings()).isEmpty();
        ServerFacts facts = facts(report);
        assertThat(facts.engine().engine()).isEqualTo("sglang");
        assertThat(facts.form()).isEqualTo(PromptForm.TOKENS);
        assertThat(facts.glimpse()).isEqualTo(new Glimpse(20, 20, Distribution.RESTORED));
        assertThat(facts.stopText()).isEqualTo(StopText.KEPT);
        assertThat(facts.prompt().begin()).isEqualTo(Begin.RIGHT);
        assertThat(facts.abort()).isEqualTo(new Abort(Abort.End.ANSWERED, 0, OptionalInt.empty()));
        assertThat(dialect.aborted()).isNotEmpty();
    }

    @Test
    void ollamaWithATemplate() {
        model = "script";
        template = Optional.of(file("template.jinja", TEMPLATE));
        ServerReport report = examine(Dialects.ollama(ExaminationBase::writes));

        assertThat(report.findings()).isEmpty();
        ServerFacts facts = facts(report);
        assertThat(facts.engine()).isEqualTo(new EngineInfo("ollama", "0.33.0", "script", 0, 0, 0));
        assertThat(facts.form()).isEqualTo(PromptForm.TEXT);
        assertThat(facts.glimpse()).isEqualTo(new Glimpse(20, 20, Distribution.RAW));
        assertThat(facts.stopText()).isEqualTo(StopText.SOUGHT_HERE);
        assertThat(facts.prompt().begin()).isEqualTo(Begin.UNKNOWN);
        assertThat(facts.prompt().cachedTokens()).isEmpty();
        assertThat(facts.speed().told()).isTrue();
    }

    @Test
    void completionsWithATemplate() {
        template = Optional.of(file("template.jinja", TEMPLATE));
        ServerReport report = examine(Dialects.openAi(ExaminationBase::writes));

        assertThat(report.findings()).isEmpty();
        assertThat(facts(report).engine().engine()).isEqualTo("completions");
        assertThat(facts(report).glimpse()).isEqualTo(new Glimpse(20, 20, Distribution.RAW));
    }

    @Test
    void chatWhereItIsNamed() {
        settings = settings.withProfile("chat");
        ServerReport report = examine(Dialects.openAi(ExaminationBase::writes));

        assertThat(report.isUsable()).isTrue();
        assertThat(facts(report).form()).isEqualTo(PromptForm.CHAT);
        assertThat(facts(report).prompt().begin()).isEqualTo(Begin.UNKNOWN);
    }

    @Test
    void eachPromptIsNewAndIsAskedForFiveTimes() {
        Dialect dialect = Dialects.vllm(ExaminationBase::writes);
        examine(dialect);

        assertThat(dialect.prompts()).hasSize(5);
        assertThat(dialect.prompts().stream().distinct()).hasSize(1);
        assertThat(dialect.text(dialect.prompts().getFirst())).contains("Examination ");
    }

    private static final String TEMPLATE =
            "{% for message in messages %}<|{{ message.role }}|>{{ message.content }}<|end|>"
                    + "{% endfor %}{% if add_generation_prompt %}<|assistant|>{% endif %}";
}
