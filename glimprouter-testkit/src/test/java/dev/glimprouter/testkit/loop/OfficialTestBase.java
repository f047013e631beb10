package dev.glimprouter.testkit.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.glimpse.TopDistribution;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;
import dev.glimprouter.strategy.Mode;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Scene;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.ScriptedEngine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Models that are asked by the published protocol. */
abstract class OfficialTestBase {

    static final String USER = "Be brief.\n\nWhat is two and two?";
    static final RouterConfig OFFICIAL = RouterConfig.DEFAULT.withMode(Mode.OFFICIAL);
    static final Reply CERTAIN = Reply.text("So");
    static final Reply UNSURE =
            Reply.text("Hmm")
                    .distribution(
                            Optional.of(new TopDistribution(new double[] {-1, -1, -1, -1}, 64)));
    static final Reply ANSWER = Reply.text("\\boxed{4}");

    /** Answers one generation after the other, whatever the session, and keeps what it saw. */
    static final class Model implements Script {
        final List<Scene> scenes = new ArrayList<>();
        private final Iterator<Reply> replies;

        Model(Reply... replies) {
            this.replies = List.of(replies).iterator();
        }

        @Override
        public Reply reply(Scene scene) {
            scenes.add(scene);
            return replies.next();
        }

        /** The prompts after the user's words. */
        List<String> prompts() {
            return scenes.stream()
                    .map(
                            scene -> {
                                assertThat(scene.head().messages())
                                        .containsExactly(new Message(Role.USER, USER));
                                return scene.head().opening() + scene.text();
                            })
                    .toList();
        }
    }

    static Route route(Model small, Model large) {
        return Route.of(ScriptedEngine.of(small), ScriptedEngine.of(large)).with(OFFICIAL);
    }

    static Model worked() {
        return new Model(
                Reply.text("<think>"),
                Reply.text("<think>\nAdd two.\n\nMore"),
                UNSURE,
                CERTAIN,
                Reply.text("So four"),
                CERTAIN,
                Reply.text("Done.\n</think>\n\n4"));
    }

    static Model workedLarge() {
        return new Model(Reply.text("Two and two and two and two"), ANSWER);
    }

    static Route workedRoute(Model small, Model large) {
        return route(small, large).with(OFFICIAL.withStepLimit(5));
    }
}
