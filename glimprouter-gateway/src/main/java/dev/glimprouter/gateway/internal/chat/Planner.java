package dev.glimprouter.gateway.internal.chat;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.gateway.Allowance;
import dev.glimprouter.gateway.Offer;
import dev.glimprouter.gateway.Profile;
import dev.glimprouter.gateway.internal.chat.ChatRequest.Draws;
import dev.glimprouter.question.Question;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.TokenSplit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes requests ready to be run, within what is offered. Thread safe. */
public final class Planner {

    private static final String BUDGET = Extension.FIELD + ".budget";

    private final Offer offer;
    private final Strategies strategies;

    /** A planner of this offer. */
    public Planner(Offer offer) {
        this.offer = offer;
        this.strategies = new Strategies(offer);
    }

    /**
     * Makes a request ready.
     *
     * @param allowance what whoever asks may do
     * @throws Refusal if it asks for what is not offered
     */
    public Plan plan(ChatRequest request, Allowance allowance) {
        requireModel(request.model());
        Profile profile = profile(request);
        requireAllowed(request, allowance);
        RouterConfig rules = rules(request, profile);
        List<GlimpRouter> routers = new ArrayList<>();
        for (int choice = 0; choice < request.choices(); choice++) {
            routers.add(
                    new GlimpRouter(
                            offer.engines(),
                            strategies.strategy(request, profile, rules),
                            rules.withRepeat(choice),
                            offer.time()));
        }
        return new Plan(request, Question.of(offer.instruction(), request.messages()), routers);
    }

    private void requireModel(ModelName model) {
        if (!model.base().equals(offer.model())) {
            throw unknownModel(model, "known is " + offer.model() + ".");
        }
    }

    /** Who may ask only for a profile may not change what it says. */
    private void requireAllowed(ChatRequest request, Allowance allowance) {
        Extension said = request.extension();
        if (allowance.allows(offer.model())) {
            return;
        }
        String name =
                said.profile()
                        .map(profile -> Offer.modelName(offer.model(), profile))
                        .orElse(offer.model());
        if (!allowance.allows(name)) {
            throw notAllowed("This key may not use %s: see /v1/models.".formatted(name));
        }
        if (said.strategy().isPresent() || said.tau().isPresent()) {
            throw notAllowed(
                    "This key may use %s as it is: leave strategy and tau out.".formatted(name));
        }
    }

    private static Refusal notAllowed(String message) {
        return new Refusal(
                new ApiError(
                        403,
                        "permission_error",
                        message,
                        Optional.of("model"),
                        Optional.of("model_not_allowed"),
                        Optional.empty()));
    }

    private static Refusal unknownModel(ModelName model, String known) {
        return new Refusal(
                new ApiError(
                        404,
                        "invalid_request_error",
                        "There is no model '%s' here: %s".formatted(model.whole(), known),
                        Optional.of("model"),
                        Optional.of("model_not_found"),
                        Optional.empty()));
    }

    private Profile profile(ChatRequest request) {
        if (request.extension().profile().isEmpty()) {
            return Profile.NONE;
        }
        String name = request.extension().profile().get();
        Profile profile = offer.profiles().get(name);
        if (profile != null) {
            return profile;
        }
        String known =
                offer.profiles().isEmpty()
                        ? "there are no profiles."
                        : "profiles are "
                                + String.join(
                                        ", ", offer.profiles().keySet().stream().sorted().toList())
                                + ".";
        throw request.model().profile().isPresent()
                ? unknownModel(request.model(), known)
                : Refusal.ofValue(
                        Extension.FIELD + ".profile",
                        "%s.profile: there is no profile '%s': %s"
                                .formatted(Extension.FIELD, name, known));
    }

    private RouterConfig rules(ChatRequest request, Profile profile) {
        Draws draws = request.draws();
        RouterConfig rules =
                offer.rules()
                        .withSampling(sampling(draws))
                        .withSeed(draws.seed().orElseGet(offer.seeds()::getAsLong));
        rules = profile.budget().map(rules::withBudgetAtMost).orElse(rules);
        if (request.extension().budget().isPresent()) {
            int budget = request.extension().budget().get();
            if (budget > rules.budget()) {
                throw Refusal.ofValue(
                        BUDGET,
                        "%s may be %d tokens at most here.".formatted(BUDGET, rules.budget()));
            }
            rules = rules.withBudgetAtMost(budget);
        }
        RouterConfig asked = rules;
        return request.mostTokens().map(most -> TokenSplit.within(asked, most)).orElse(asked);
    }

    private Sampling sampling(Draws draws) {
        Sampling sampling = offer.rules().sampling();
        sampling =
                change(
                        sampling,
                        "temperature",
                        draws.temperature().map(value -> s -> s.withTemperature(value)));
        sampling = change(sampling, "top_p", draws.topP().map(value -> s -> s.withTopP(value)));
        sampling = change(sampling, "top_k", draws.topK().map(value -> s -> s.withTopK(value)));
        return change(sampling, "min_p", draws.minP().map(value -> s -> s.withMinP(value)));
    }

    private static Sampling change(
            Sampling base, String field, Optional<Function<Sampling, Sampling>> change) {
        return change.map(with -> blame(field, () -> with.apply(base))).orElse(base);
    }

    /** Does what may find a field wrong. */
    static <T> T blame(String field, Supplier<T> work) {
        try {
            return work.get();
        } catch (RequestException wrong) {
            throw Refusal.ofValue(field, field + ": " + wrong.getMessage());
        }
    }
}
