package dev.glimprouter.testkit;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A scripted model: decides what it would write. Used by several sessions at the same time. */
@FunctionalInterface
public interface Script {

    /** What the model would write now. */
    Reply reply(Scene scene);

    /** Each session's n-th generation gets the n-th reply; more generations are an error. */
    static Script of(Reply... replies) {
        List<Reply> all = List.of(replies);
        return scene -> {
            if (scene.call() >= all.size()) {
                throw new IllegalStateException(
                        "the script has %d replies, none for generation no. %d after: %s"
                                .formatted(all.size(), scene.call(), scene.text()));
            }
            return all.get(scene.call());
        };
    }

    /** Each session gets the replies in order, and then from the first one again. */
    static Script looping(Reply... replies) {
        List<Reply> all = List.of(replies);
        return scene -> all.get(scene.call() % all.size());
    }

    /**
     * The same model, which answers the n-th question beside the reasoning by the n-th opinion,
     * over all sessions; more questions are an error. To be used for one question only.
     */
    default Script answering(Reply... opinions) {
        AtomicInteger asked = new AtomicInteger();
        List<Reply> all = List.of(opinions);
        return scene -> scene.aside().isPresent() ? all.get(asked.getAndIncrement()) : reply(scene);
    }

    /** A model without sense that meets every stop rule and whose seeds matter. */
    static Script babbling() {
        return new Babble();
    }
}
