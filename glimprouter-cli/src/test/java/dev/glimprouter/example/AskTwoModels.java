package dev.glimprouter.example;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.models.Models;
import dev.glimprouter.question.Question;

/** The README's example; ReadmeTest holds the two together. */
final class AskTwoModels {

    private AskTwoModels() {}

    public static void main(String[] args) {
        // example begins
        Models models = Models.ofUser();
        EngineOptions options = EngineOptions.DEFAULT;
        try (Engine small = models.open(models.parse("qwen2.5-coder-0.5b"), options, _ -> {});
                Engine large = models.open(models.parse("qwen2.5-coder-1.5b"), options, _ -> {})) {
            var result = GlimpRouter.of(small, large).ask(Question.of("What is 17 * 23?"));
            result.reasoning()
                    .steps()
                    .forEach(s -> System.out.println(s.writer() + " " + s.text()));
            System.out.println(result.answer());
        }
        // example ends
    }
}
