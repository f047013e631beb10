package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.gateway.Allowance;
import dev.glimprouter.gateway.RequestReport;
import dev.glimprouter.gateway.internal.access.Accounts;
import dev.glimprouter.gateway.internal.chat.ApiError;
import dev.glimprouter.gateway.internal.chat.ChatRun;
import dev.glimprouter.gateway.internal.chat.Failures;
import dev.glimprouter.gateway.internal.chat.Plan;
import dev.glimprouter.gateway.internal.chat.Refusal;
import dev.glimprouter.gateway.internal.chat.ReplyForm;
import dev.glimprouter.gateway.internal.chat.StreamReply;
import dev.glimprouter.gateway.internal.chat.WholeReply;
import dev.glimprouter.gateway.internal.metrics.Outcome;
import dev.glimprouter.gateway.internal.telemetry.Passage;
import dev.glimprouter.time.Cancellation;

import io.helidon.webserver.http.ServerResponse;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** One request that has models run, from its arrival to its end. */
final class Visit {

    private static final int OK = 200;
    private static final int CLIENT_CLOSED = 499;

    private final House house;
    private final Served served;
    private final String owner;
    private final String id;
    private final Passage passage;
    private final ServerResponse response;
    private final Cancellation cancellation = new Cancellation();
    private @Nullable EventWire wire;
    private @Nullable StreamReply stream;
    private @Nullable ChatRun run;
    private volatile boolean gone;

    Visit(
            House house,
            Served served,
            String owner,
            String id,
            Passage passage,
            ServerResponse response) {
        this.house = house;
        this.served = served;
        this.owner = owner;
        this.id = id;
        this.passage = passage;
        this.response = response;
    }

    /** Answers it, while its client is watched. */
    void serve(Plan plan, ReplyForm form, Client client) {
        passage.planned(plan.request());
        long created = Instant.now().getEpochSecond();
        try (Occupants.Stay _ = house.occupants().enter(cancellation);
                Client.Watch _ = client.watch(this::gone)) {
            if (plan.request().stream()) {
                stream(plan, form, created, client);
            } else {
                whole(plan, form.whole(id, created));
            }
        }
    }

    /** Left before the last bytes go out, so that whoever has them may come again at once. */
    private Accounts.Stay enterAccount() {
        Allowance allowance = served.settings().access().of(owner);
        return house.accounts().enter(owner, allowance, this::tokens);
    }

    private long tokens() {
        long tokens = run == null ? 0 : run.tokens();
        house.metrics().spent(owner, tokens);
        return tokens;
    }

    private void whole(Plan plan, WholeReply reply) {
        try (Accounts.Stay _ = enterAccount();
                Admission.Ticket _ = house.admission().enter(owner, cancellation)) {
            passage.admitted();
            run(plan).into(new Words(reply, passage::began, () -> {}));
        }
        booked(send(reply.json()) ? Outcome.OK : Outcome.CANCELLED);
    }

    private boolean send(String json) {
        try {
            Answers.json(response, json);
            return true;
        } catch (RuntimeException unreachable) {
            return false;
        }
    }

    private void stream(Plan plan, ReplyForm form, long created, Client client) {
        EventWire out = new EventWire(response, house.time(), this::gone);
        StreamReply reply = form.stream(id, created, out);
        wire = out;
        stream = reply;
        long silence = served.settings().keepAlive().toNanos();
        try (KeepAlive _ = new KeepAlive(out, reply::comment, silence, house.time());
                StallGuard _ = new StallGuard(out, client, house.time());
                Accounts.Stay _ = enterAccount();
                Admission.Ticket _ = house.admission().enter(owner, cancellation)) {
            passage.admitted();
            run(plan).into(new Words(reply, passage::began, out::flush));
        }
        reply.done();
        out.flush();
        booked(gone ? Outcome.CANCELLED : Outcome.OK);
        out.close();
    }

    private ChatRun run(Plan plan) {
        ChatRun begun =
                new ChatRun(plan, () -> house.watcher(id).andThen(passage.answer()), cancellation);
        run = begun;
        return begun;
    }

    private void gone() {
        gone = true;
        cancellation.cancel();
    }

    /** Tells the client of a failure, in the way that is left. */
    void failed(Throwable failure) {
        if (gone) {
            booked(Outcome.CANCELLED);
            leave();
            return;
        }
        ApiError error = Failures.of(failure);
        boolean begun = wire != null && stream != null && wire.hasBegun();
        passage.ended(
                failure instanceof Refusal || failure instanceof RequestException
                        ? Outcome.REFUSED
                        : Outcome.FAILED,
                begun ? OK : error.status(),
                error.code().orElse(error.type()),
                work());
        if (!(failure instanceof Refusal || failure instanceof CancelledException)) {
            house.log().failed(id, failure);
        }
        if (begun && wire != null && stream != null) {
            stream.failed(error);
            wire.close();
        } else {
            Answers.error(response, error);
        }
    }

    /** Nobody reads this; the server only wants every request answered. */
    private void leave() {
        if (wire != null && wire.hasBegun()) {
            wire.close();
        } else {
            response.status(CLIENT_CLOSED).send();
        }
    }

    /** Books one that was answered, or whose client went away. */
    private void booked(Outcome outcome) {
        boolean begun = outcome == Outcome.OK || (wire != null && wire.hasBegun());
        passage.ended(
                outcome,
                begun ? OK : CLIENT_CLOSED,
                outcome == Outcome.OK ? "" : "client_gone",
                work());
    }

    private RequestReport.Work work() {
        return run == null ? RequestReport.Work.NONE : run.work();
    }
}
