package dev.glimprouter.openai.internal.profile;

/** Makes a profile of the fields of a file. */
final class ProfileCodec {

    private ProfileCodec() {}

    static Profile profile(Fields from) {
        return new Profile(
                from.text("name"),
                from.children("routes", ProfileCodec::route),
                from.child("logProbs", ProfileCodec::logProbs),
                from.child("stops", ProfileCodec::stops),
                from.maybeChild("abort", at -> new AbortRoute(at.text("path"), at.text("field"))),
                from.maybeText("requestIdField"),
                from.maybeText("limitField").orElse("max_tokens"),
                from.child("sampling", ProfileCodec::sampling),
                from.texts("reasoningFields"),
                from.maybeText("cachedField"),
                from.word("priority", Priority.class, Priority.NONE),
                from.texts("affinityHeaders"),
                from.texts("forbiddenHeaders"),
                from.word("prefill", Prefill.class, Prefill.NONE),
                from.maybeChild("tokenizer", ProfileCodec::tokenizer),
                from.word("head", HeadRenderer.class, null),
                from.flag("beginsAsText"),
                new Detection(from.grandchildren("detection", ProfileCodec::sign)),
                from.child("facts", ProfileCodec::facts),
                from.child("advice", ProfileCodec::advice));
    }

    private static PromptRoute route(Fields from) {
        return new PromptRoute(
                from.word("mode", PromptMode.class, null),
                from.word("api", Api.class, null),
                from.text("path"),
                from.object("extra"),
                from.object("continuing"),
                from.object("lastMessage"),
                from.object("streamOptions"));
    }

    private static LogProbs logProbs(Fields from) {
        return new LogProbs(
                from.count("cap", 20),
                from.word("distribution", LogProbs.Distribution.class, LogProbs.Distribution.RAW),
                from.flag("losesIncomplete"));
    }

    private static StopRule stops(Fields from) {
        return new StopRule(
                from.word("by", StopRule.By.class, StopRule.By.CLIENT),
                from.maybeText("keepField"),
                from.maybeText("toldField"));
    }

    private static SamplingFields sampling(Fields from) {
        return new SamplingFields(
                from.words("fields", SamplingFields.Field.class), from.count("topKOff", 0));
    }

    private static TokenizerRoutes tokenizer(Fields from) {
        return new TokenizerRoutes(
                from.child("tokenize", ProfileCodec::tokenizerRoute),
                from.child("detokenize", ProfileCodec::tokenizerRoute));
    }

    private static TokenizerRoutes.Route tokenizerRoute(Fields from) {
        return new TokenizerRoutes.Route(
                from.text("path"), from.text("textField"), from.object("extra"));
    }

    private static Fact fact(Fields from) {
        return new Fact(from.text("path"), from.text("field"));
    }

    private static Detection.Sign sign(Fields from) {
        return new Detection.Sign(fact(from), from.maybeText("value"));
    }

    private static Facts facts(Fields from) {
        return new Facts(
                from.maybeChild("build", ProfileCodec::fact),
                from.maybeChild("model", ProfileCodec::fact),
                from.maybeChild("vocabulary", ProfileCodec::fact),
                from.maybeChild("context", ProfileCodec::fact),
                from.maybeChild("slots", ProfileCodec::fact),
                from.maybeChild("begin", ProfileCodec::fact));
    }

    private static Advice advice(Fields from) {
        return new Advice(
                from.maybeText("candidates"),
                from.maybeText("distribution"),
                from.maybeText("begin"),
                from.maybeText("counts"),
                from.maybeText("cache"),
                from.maybeText("abort"),
                from.maybeText("load"));
    }
}
