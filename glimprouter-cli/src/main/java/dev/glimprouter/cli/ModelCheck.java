package dev.glimprouter.cli;

import dev.glimprouter.engine.EngineInfo;

import java.util.Optional;

/**
 * What {@code doctor} found about one model.
 *
 * @param model its name
 * @param state where it is, in a few words
 * @param engine what runs it, if it runs
 * @param speed how fast it is, if it runs
 * @param problem why it does not run, and what to do
 */
record ModelCheck(
        String model,
        String state,
        Optional<EngineInfo> engine,
        Optional<SpeedCheck> speed,
        Optional<String> problem) {

    /** A model that does not run, or was not tried. */
    static ModelCheck idle(String model, String state, Optional<String> problem) {
        return new ModelCheck(model, state, Optional.empty(), Optional.empty(), problem);
    }

    /** A model that runs. */
    static ModelCheck running(String model, EngineInfo engine, SpeedCheck speed) {
        return new ModelCheck(
                model, "here, runs", Optional.of(engine), Optional.of(speed), Optional.empty());
    }

    /** For people. */
    String text() {
        StringBuilder text = new StringBuilder(model).append(": ").append(state);
        speed.ifPresent(found -> text.append("; ").append(found.text()));
        engine.filter(found -> found.contextBytes() > 0)
                .ifPresent(found -> text.append("; ").append(context(found)));
        return text.toString();
    }

    private static String context(EngineInfo engine) {
        return "a context of %d tokens takes %s of memory"
                .formatted(engine.contextTokens(), Figures.bytes(engine.contextBytes()));
    }
}
