package dev.glimprouter.testkit.upstream;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Ways to spoil what a good responder does. */
public final class Faults {

    private Faults() {}

    /** The first requests are answered with this play, all others by {@code good}. */
    public static Responder first(int count, Play play, Responder good) {
        return nth(number -> number < count, play, good);
    }

    /** Requests whose number, from 0, meets the condition are answered with this play. */
    public static Responder nth(Predicate<Integer> which, Play play, Responder good) {
        AtomicInteger seen = new AtomicInteger();
        return request -> which.test(seen.getAndIncrement()) ? play : good.answer(request);
    }

    /** Requests for this path get another responder. */
    public static Responder onPath(String path, Responder other, Responder good) {
        return request -> (request.path().equals(path) ? other : good).answer(request);
    }

    /** The answers for this path are changed. */
    public static Responder changed(String path, UnaryOperator<Play> change, Responder good) {
        return onPath(path, request -> change.apply(good.answer(request)), good);
    }

    /** The answers for this path break off after so many bytes of the wire after the head. */
    public static Responder cut(String path, long bytes, Cut how, Responder good) {
        return changed(path, play -> play.cutAt(bytes, how), good);
    }

    /** Status 503 with Retry-After, as gateways send it. */
    public static Play overloaded(int retryAfterSeconds) {
        return Play.json(
                503,
                "{\"error\":{\"message\":\"overloaded\",\"type\":\"server_error\",\"code\":503}}",
                new Header("Retry-After", "" + retryAfterSeconds));
    }

    /**
     * Answers requests that carry an Upgrade header as uvicorn does, which loses their bodies:
     * status 400.
     */
    public static Responder losingUpgradedBodies(Responder good) {
        Play lost =
                Play.json(
                        400,
                        "{\"error\":{\"message\":\"[{'type': 'missing', 'loc': ('body',),"
                                + " 'msg': 'Field required', 'input': None}]\","
                                + "\"type\":\"Bad Request\",\"param\":null,\"code\":400}}");
        return request -> request.header("Upgrade").isPresent() ? lost : good.answer(request);
    }
}
