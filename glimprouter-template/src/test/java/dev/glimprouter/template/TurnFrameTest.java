package dev.glimprouter.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Aside;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** What templates write round a question after the assistant's text. */
class TurnFrameTest {

    private static final Aside ASIDE = new Aside("Is it right?", "Answer:");

    private static TurnFrame frame(String template) throws IOException {
        try (InputStream source =
                TurnFrameTest.class.getResourceAsStream("/templates/" + template + ".jinja")) {
            assertThat(source).as(template).isNotNull();
            String text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
            ChatTemplate compiled = ChatTemplate.compile(text, "<s>", "</s>", Clock.systemUTC());
            return new HeadTemplate(compiled, Path.of(template)).turn();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "chatml ; <|im_end|>~<|im_start|>user~Is it right?<|im_end|>~<|im_start|>assistant~Answer:",
                "gemma-2 ; <end_of_turn>~<start_of_turn>user~Is it right?<end_of_turn>~<start_of_turn>model~Answer:",
                "deepseek-r1-distill-qwen ; <｜end▁of▁sentence｜><｜User｜>Is it right?<｜Assistant｜>Answer:"
            })
    void aTurnIsWrittenAsTheTemplateWritesIt(String template, String turn) throws IOException {
        assertThat(
                        frame(template)
                                .around(ASIDE)
                                .replace("\n", "~")
                                .replace("</s>", "<｜end▁of▁sentence｜>"))
                .isEqualTo(turn);
    }

    @Test
    void aTemplateThatShowsNoTurnGetsParagraphs() {
        ChatTemplate mute = ChatTemplate.compile("Go on.", "", "", Clock.systemUTC());
        ChatTemplate refusing =
                ChatTemplate.compile("{{ raise_exception('no') }}", "", "", Clock.systemUTC());

        for (ChatTemplate template : new ChatTemplate[] {mute, refusing}) {
            assertThat(new HeadTemplate(template, Path.of("x")).turn().around(ASIDE))
                    .isEqualTo(ASIDE.asText());
        }
    }
}
