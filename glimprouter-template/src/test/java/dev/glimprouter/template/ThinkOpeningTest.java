package dev.glimprouter.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Prompt;
import dev.glimprouter.template.Piece.MessageText;
import dev.glimprouter.template.Piece.TemplateText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class ThinkOpeningTest {
    private static final String HEAD = "<|im_start|>assistant\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<think>",
                "<think>\n",
                "<think>\n\n",
                "<think> \n \n",
                "<think></think>",
                "<think>\n</think>",
                "<think>\n\n</think>\n\n",
                "<think>  </think> \n",
                "</think>",
                "</think>\n\n",
            })
    void endsTheHeadWithOneOpening(String templateEnd) {
        List<Piece> head = List.of(new MessageText("why?"), new TemplateText(HEAD + templateEnd));

        assertThat(ThinkOpening.open(head, Prompt.THINK))
                .containsExactly(new MessageText("why?"), new TemplateText(HEAD + "<think>\n"));
    }

    @Test
    void isIdempotent() {
        List<Piece> once = ThinkOpening.open(List.of(new TemplateText(HEAD)), Prompt.THINK);

        assertThat(ThinkOpening.open(once, Prompt.THINK)).isEqualTo(once);
    }

    @Test
    void keepsTheWhiteSpaceOfAnEndThatHasNoThinking() {
        assertThat(ThinkOpening.open(List.of(new TemplateText("[/INST] \n ")), Prompt.THINK))
                .containsExactly(new TemplateText("[/INST] \n <think>\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<think>", "<think>\n", "</think>", "<think></think>"})
    void ignoresWhatAMessageEndsWith(String content) {
        List<Piece> head = List.of(new TemplateText("[INST]"), new MessageText(content));

        assertThat(ThinkOpening.open(head, Prompt.THINK))
                .containsExactly(
                        new TemplateText("[INST]"),
                        new MessageText(content),
                        new TemplateText("<think>\n"));
    }

    @Test
    void keepsABlockThatHoldsThoughts() {
        String closed = HEAD + "<think>known</think>\n";

        assertThat(ThinkOpening.open(List.of(new TemplateText(closed)), Prompt.THINK))
                .containsExactly(new TemplateText(closed + "<think>\n"));
    }

    @Test
    void leavesEarlierThinkingAlone() {
        String earlier = "<think>a</think>b<|im_end|>\n" + HEAD;

        assertThat(ThinkOpening.open(List.of(new TemplateText(earlier)), Prompt.THINK))
                .containsExactly(new TemplateText(earlier + "<think>\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<think>", "<think>\n", "<think>\n\n</think>\n\n", "</think>"})
    void anOpeningWithoutALineTakesThePlaceOfTheTemplates(String templateEnd) {
        assertThat(ThinkOpening.open(List.of(new TemplateText(HEAD + templateEnd)), "<think>"))
                .containsExactly(new TemplateText(HEAD + "<think>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<think>", "<think>\n", "<think>\n\n</think>\n\n", "</think>"})
    void withoutAnOpeningTheTemplatesIsTakenOff(String templateEnd) {
        assertThat(ThinkOpening.open(List.of(new TemplateText(HEAD + templateEnd)), ""))
                .containsExactly(new TemplateText(HEAD));
    }

    @Test
    void withoutAnOpeningAHeadOfMessagesRemains() {
        List<Piece> head = List.of(new MessageText("why?"));

        assertThat(ThinkOpening.open(head, "")).isEqualTo(head);
    }

    @Test
    void opensAnEmptyHead() {
        assertThat(ThinkOpening.open(List.of(), Prompt.THINK))
                .containsExactly(new TemplateText("<think>\n"));
    }
}
