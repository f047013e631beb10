/** The method: question, glimpse, decision, step, answer, trace. Needs nothing at run time. */
@SuppressWarnings("module") // those whom a package is exported to are built after this one
@org.jspecify.annotations.NullMarked
module dev.glimprouter.core {
    requires static org.jspecify;

    exports dev.glimprouter;
    exports dev.glimprouter.question;
    exports dev.glimprouter.reasoning;
    exports dev.glimprouter.glimpse;
    exports dev.glimprouter.engine;
    exports dev.glimprouter.check;
    exports dev.glimprouter.strategy;
    exports dev.glimprouter.strategy.expression;
    exports dev.glimprouter.event;
    exports dev.glimprouter.error;
    exports dev.glimprouter.time;
    exports dev.glimprouter.internal.cache to
            dev.glimprouter.models,
            dev.glimprouter.llamacpp,
            dev.glimprouter.eval;
    exports dev.glimprouter.internal.digest to
            dev.glimprouter.models,
            dev.glimprouter.llamacpp,
            dev.glimprouter.openai,
            dev.glimprouter.eval,
            dev.glimprouter.report;
    exports dev.glimprouter.internal.files to
            dev.glimprouter.models,
            dev.glimprouter.llamacpp,
            dev.glimprouter.eval,
            dev.glimprouter.report;
    exports dev.glimprouter.internal.memory to
            dev.glimprouter.llamacpp,
            dev.glimprouter.cli;
    exports dev.glimprouter.internal.names to
            dev.glimprouter.trace,
            dev.glimprouter.models,
            dev.glimprouter.openai,
            dev.glimprouter.eval,
            dev.glimprouter.report,
            dev.glimprouter.gateway,
            dev.glimprouter.cli;
    exports dev.glimprouter.internal.rational to
            dev.glimprouter.eval;
    exports dev.glimprouter.internal.tokens to
            dev.glimprouter.llamacpp,
            dev.glimprouter.testkit;

    uses dev.glimprouter.engine.EngineProvider;
    uses dev.glimprouter.strategy.RewardProvider;
}
