package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.gateway.internal.chat.ApiError;
import dev.glimprouter.gateway.internal.chat.ChatRun;
import dev.glimprouter.gateway.internal.chat.Failures;
import dev.glimprouter.gateway.internal.chat.Plan;
import dev.glimprouter.gateway.internal.chat.Refusal;
import dev.glimprouter.gateway.internal.chat.ReplyHead;
import dev.glimprouter.gateway.internal.chat.StreamedReply;
import dev.glimprouter.gateway.internal.chat.WholeReply;
import dev.glimprouter.gateway.internal.metrics.Outcome;
import dev.glimprouter.time.Cancellation;

import io.helidon.webserver.http.ServerResponse;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** One request for a chat completion, from its arrival to its end. */
final class Visit {

    private static final int CLIENT_CLOSED = 499;

    private final ChatHandler house;
    private final String id;
    private final ServerResponse response;
    private final long start;
    private final Cancellation cancellation = new Cancellation();
    private @Nullable EventWire wire;
    private @Nullable StreamedReply stream;
    private volatile boolean gone;
    private boolean began;

    Visit(ChatHandler house, String id, ServerResponse response) {
        this.house = house;
        this.id = id;
        this.response = response;
        this.start = house.time().nanos();
    }

    /** Answers it, while its client is watched. */
    void serve(Plan plan, Client client) {
        ReplyHead head =
                new ReplyHead("chatcmpl-" + id, Instant.now().getEpochSecond(), plan.model());
        try (Occupants.Stay _ = house.occupants().enter(cancellation);
                Client.Watch _ = client.watch(this::gone)) {
            if (plan.request().stream()) {
                stream(plan, head);
            } else {
                whole(plan, head);
            }
        }
    }

    private void whole(Plan plan, ReplyHead head) {
        WholeReply reply = new WholeReply();
        try (Admission.Ticket _ = house.admission().enter(cancellation)) {
            run(plan).into(new FirstWord(reply, this::began));
        }
        booked(send(reply.json(head)) ? Outcome.OK : Outcome.CANCELLED);
    }

    private boolean send(String json) {
        try {
            Answers.json(response, json);
            return true;
        } catch (RuntimeException unreachable) {
            return false;
        }
    }

    private void stream(Plan plan, ReplyHead head) {
        EventWire out = new EventWire(response, house.time(), this::gone);
        StreamedReply reply = new StreamedReply(head, plan.request().usage(), out);
        wire = out;
        stream = reply;
        long silence = house.settings().keepAlive().toNanos();
        try (KeepAlive _ = new KeepAlive(out, reply::comment, silence, house.time());
                Admission.Ticket _ = house.admission().enter(cancellation)) {
            run(plan).into(new FirstWord(reply, this::began));
        }
        reply.done();
        booked(gone ? Outcome.CANCELLED : Outcome.OK);
        out.close();
    }

    private ChatRun run(Plan plan) {
        return new ChatRun(plan, house.metrics()::answer, cancellation);
    }

    private void gone() {
        gone = true;
        cancellation.cancel();
    }

    private void began() {
        if (!began) {
            began = true;
            house.metrics().began(house.time().nanos() - start);
        }
    }

    /** Tells the client of a failure, in the way that is left. */
    void failed(Throwable failure) {
        if (gone) {
            booked(Outcome.CANCELLED);
            leave();
            return;
        }
        booked(
                failure instanceof Refusal || failure instanceof RequestException
                        ? Outcome.REFUSED
                        : Outcome.FAILED);
        if (!(failure instanceof Refusal || failure instanceof CancelledException)) {
            house.log().failed(id, failure);
        }
        ApiError error = Failures.of(failure);
        if (wire != null && stream != null && wire.hasBegun()) {
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

    private void booked(Outcome outcome) {
        boolean streamed = stream != null;
        house.metrics().ended(outcome, streamed, house.time().nanos() - start);
    }
}
