package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.upstream.Faults;
import dev.glimprouter.testkit.upstream.Framing;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Request;
import dev.glimprouter.testkit.upstream.Responder;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * A scripted model behind a server of some kind.
 *
 * <p>The script sees the messages and the text that the prompt was made of, by the template that
 * the server tells. A scene's call number counts the generations of the same messages, those aside
 * that ask for one token without logprobs and so only fill the cache. A scripted failure before the
 * first token is an HTTP error, a later one an error in the stream. Thread safe; the methods that
 * change something make another server without memories.
 */
public final class Dialect implements Responder {

    private final Wire wire;
    private final Script script;
    private final Manner manner;
    private final Host host;
    private final AtomicInteger asked = new AtomicInteger();

    Dialect(Wire wire, Script script, Manner manner) {
        this.wire = wire;
        this.script = script;
        this.manner = manner;
        this.host = new Host(script, manner, wire.cache(manner));
    }

    /** The same with a model of this name. */
    public Dialect named(String model) {
        return with(old -> old.withModel(model));
    }

    /** The same with so many tokens of context. */
    public Dialect withContext(int tokens) {
        return with(old -> old.withContext(tokens));
    }

    /** The same with so many slots, where the server has slots. */
    public Dialect withSlots(int count) {
        return with(old -> old.withSlots(count));
    }

    /** The same with so many tokens in each chunk of a stream. */
    public Dialect withTokensPerChunk(int count) {
        return with(old -> old.withTokensPerChunk(count));
    }

    /** The same, whose first requests of any kind find the model still loading. */
    public Dialect loadingFor(int requests) {
        return with(old -> old.withLoading(requests));
    }

    /** The same, whose streams fail by an error event after so many tokens. */
    public Dialect failingAfter(int tokens) {
        return with(old -> old.withFailAfter(tokens));
    }

    /** The same with streams framed in this way. */
    public Dialect framed(Framing framing) {
        return with(old -> old.withFraming(framing));
    }

    /** The same with these quirks beside those it has. */
    public Dialect with(Quirk... quirks) {
        Set<Quirk> all = EnumSet.noneOf(Quirk.class);
        all.addAll(manner.quirks());
        all.addAll(List.of(quirks));
        return with(old -> old.withQuirks(all));
    }

    private Dialect with(UnaryOperator<Manner> change) {
        return new Dialect(wire, script, change.apply(manner));
    }

    @Override
    public Play answer(Request request) {
        if (asked.getAndIncrement() < manner.loading()) {
            return wire.loading();
        }
        Responder good =
                wire.losesUpgradedBodies() ? Faults.losingUpgradedBodies(this::go) : this::go;
        return good.answer(request);
    }

    private Play go(Request request) {
        try {
            return wire.answer(request, host);
        } catch (Refusal refusal) {
            int status = refusal.status();
            return Json.answer(status, wire.error(status, refusal.text()));
        }
    }

    /** This server's error of this status, such as for {@link Faults#first}. */
    public Play error(int status, String message) {
        return Json.answer(status, wire.error(status, message));
    }

    /** The prompts of all generations so far, as tokens. */
    public List<List<Integer>> prompts() {
        return host.prompts();
    }

    /**
     * Forgets all prompts, texts and calls so far, where a long run would fill the memory; the
     * vocabulary stays.
     */
    public void forget() {
        host.forget();
    }

    /** The text of these tokens. */
    public String text(List<Integer> tokens) {
        return host.words().decode(tokens);
    }

    /** The request ids that were aborted explicitly, in order. */
    public List<String> aborted() {
        return host.aborted();
    }
}
