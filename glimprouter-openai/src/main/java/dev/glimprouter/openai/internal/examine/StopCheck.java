package dev.glimprouter.openai.internal.examine;

import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.StopScanner;
import dev.glimprouter.openai.Finding.Topic;
import dev.glimprouter.openai.ServerFacts.StopText;
import dev.glimprouter.openai.internal.profile.Profile;
import dev.glimprouter.openai.internal.profile.StopRule;
import dev.glimprouter.openai.internal.session.Trial;
import dev.glimprouter.openai.internal.wire.Finish;

/** Looks at how a step ended. */
final class StopCheck {

    private StopCheck() {}

    static StopText of(Trial step, Profile profile, Findings findings) {
        StopRule rule = profile.stops();
        if (rule.by() == StopRule.By.CLIENT) {
            return StopText.SOUGHT_HERE;
        }
        StopText whole = rule.keepField().isPresent() ? StopText.KEPT : StopText.PUT_BACK;
        if (!(step.finish().orElse(null) instanceof Finish.StopText stop)) {
            return endsAStep(step.text()) ? whole : StopText.UNKNOWN;
        }
        if (step.text().endsWith(stop.text())) {
            return whole;
        }
        findings.problem(
                Topic.STOP_TEXT,
                "cuts off the blank line that ends a step although it was told to keep it (%s)"
                        .formatted(rule.keepField().orElse("no field")),
                "let a proxy before it pass that field on, or name the kind with --profile completions and a --chat-template");
        return StopText.STRIPPED;
    }

    private static boolean endsAStep(String text) {
        StopScanner scanner = new StopScanner(Until.STEP);
        scanner.feed(text);
        return scanner.ending().isPresent();
    }
}
