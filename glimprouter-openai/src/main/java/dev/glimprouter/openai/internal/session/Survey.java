package dev.glimprouter.openai.internal.session;

import dev.glimprouter.error.Details;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.openai.internal.http.Answer;
import dev.glimprouter.openai.internal.http.Call;
import dev.glimprouter.openai.internal.http.Transport;
import dev.glimprouter.openai.internal.profile.Fact;
import dev.glimprouter.openai.internal.profile.Profile;
import dev.glimprouter.openai.internal.profile.Profiles;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out what runs behind an address, by asking it. */
public final class Survey {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A wrong key, and a server that is being started: neither shows which kind it is of. */
    private static final Set<Integer> TELLING_NOTHING = Set.of(401, 403, 503);

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Fact MODELS = new Fact("/v1/models", "/data");

    private final Transport transport;
    private final URI base;
    private final Map<String, Optional<JsonNode>> answers = new HashMap<>();
    private int answered;
    private @Nullable RetryableException silence;

    /** A survey of one server. */
    Survey(Transport transport, URI base) {
        this.transport = transport;
        this.base = base;
    }

    /**
     * Surveys the first server that answers.
     *
     * @param profile the kind of server, or empty to find out
     * @param model the name of the model, or blank for the only one
     * @throws RetryableException if none answers
     * @throws SetupException if it does not have the model
     */
    public static Server of(
            Transport transport, List<URI> bases, Optional<String> profile, String model) {
        Optional<Profile> named = profile.map(Profiles::named);
        RetryableException last = new RetryableException("No server is named.");
        for (URI base : bases) {
            try {
                return new Survey(transport, base).server(named, model);
            } catch (RetryableException unreachable) {
                last = unreachable;
            }
        }
        throw last;
    }

    /** Whether a server lists models as OpenAI's interface has it. */
    public static boolean findsModels(Transport transport, URI base) {
        return !new Survey(transport, base).models().isEmpty();
    }

    private Server server(Optional<Profile> named, String model) {
        Profile profile = named.orElseGet(this::detect);
        Server server =
                new Server(
                        profile,
                        text(profile.facts().build()),
                        model(profile, model),
                        number(profile.facts().vocabulary()),
                        number(profile.facts().context()),
                        number(profile.facts().slots()),
                        text(profile.facts().begin()));
        if (answered == 0 && silence != null) {
            throw silence;
        }
        return server;
    }

    /** The first kind that something shows; what nothing shows is taken for a plain server. */
    private Profile detect() {
        return Profiles.all().stream()
                .filter(profile -> profile.detection().matches(this::ask))
                .findFirst()
                .orElseGet(() -> Profiles.named("completions"));
    }

    private String model(Profile profile, String wanted) {
        List<String> served = models();
        if (!wanted.isBlank()) {
            if (!served.isEmpty() && !served.contains(wanted)) {
                throw new SetupException(
                        "%s has no model '%s': it has %s."
                                .formatted(base, wanted, String.join(", ", served)),
                        Details.of(base.toString()),
                        null);
            }
            return wanted;
        }
        if (served.size() > 1) {
            throw new SetupException(
                    "%s has several models: name one of them after a #, such as %s#%s (it has %s)."
                            .formatted(base, base, served.getFirst(), String.join(", ", served)),
                    Details.of(base.toString()),
                    null);
        }
        return served.isEmpty() ? text(profile.facts().model()) : served.getFirst();
    }

    private List<String> models() {
        return MODELS.in(this::ask)
                .map(
                        data ->
                                data.valueStream()
                                        .map(model -> model.path("id").asString(""))
                                        .filter(id -> !id.isBlank())
                                        .toList())
                .orElse(List.of());
    }

    private String text(Optional<Fact> fact) {
        return fact.flatMap(asked -> asked.in(this::ask))
                .map(value -> value.asString(""))
                .orElse("");
    }

    private int number(Optional<Fact> fact) {
        return fact.flatMap(asked -> asked.in(this::ask))
                .filter(JsonNode::canConvertToInt)
                .map(JsonNode::intValue)
                .filter(value -> value > 0)
                .orElse(0);
    }

    /** What a path was answered with; empty where that was an error or no JSON. */
    private Optional<JsonNode> ask(String path) {
        return answers.computeIfAbsent(path, this::get);
    }

    private Optional<JsonNode> get(String path) {
        if (answered == 0 && silence != null) {
            return Optional.empty();
        }
        URI route = Address.of(base, path);
        Answer answer;
        try {
            answer = transport.trySend(Call.get(route), PATIENCE);
        } catch (RetryableException unreachable) {
            silence = unreachable;
            return Optional.empty();
        }
        answered++;
        if (TELLING_NOTHING.contains(answer.status())) {
            throw transport.failures().ofAnswer(route, answer);
        }
        return answer.ok() ? parse(answer.text()) : Optional.empty();
    }

    private static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(MAPPER.readTree(text));
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }
}
