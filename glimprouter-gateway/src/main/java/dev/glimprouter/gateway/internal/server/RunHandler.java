package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.gateway.Allowance;
import dev.glimprouter.gateway.internal.chat.Asked;
import dev.glimprouter.gateway.internal.chat.Plan;
import dev.glimprouter.gateway.internal.chat.RequestReader;
import dev.glimprouter.gateway.internal.telemetry.Passage;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.util.function.Function;

/**
 * Takes requests that have models run.
 *
 * @param house where they are run
 * @param reader reads their bodies
 */
record RunHandler(House house, Function<Served, RequestReader> reader) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        String owner = Guest.of(request).owner();
        try (Service.Use use = house.service().use()) {
            Served served = use.served();
            String id = RequestId.of(request);
            Passage passage = passage(request, id, owner, served);
            Visit visit = new Visit(house, served, owner, id, passage, response);
            try {
                byte[] body = Bodies.json(request, served.settings().bounds().bodyBytes());
                Asked asked = reader.apply(served).read(body);
                Allowance allowance = served.settings().access().of(owner);
                Plan plan = served.planner().plan(asked.request(), allowance);
                visit.serve(plan, asked.form(), Connections.client());
            } catch (RuntimeException | Error failure) {
                visit.failed(failure);
            }
        }
    }

    private Passage passage(ServerRequest request, String id, String owner, Served served) {
        Passage passage =
                house.telemetry()
                        .arrive(
                                id,
                                owner,
                                served.offer().model(),
                                name -> request.headers().first(HeaderNames.create(name)));
        request.context().register(passage);
        return passage;
    }
}
