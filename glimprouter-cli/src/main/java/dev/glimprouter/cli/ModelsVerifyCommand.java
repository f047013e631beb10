package dev.glimprouter.cli;

import dev.glimprouter.models.Verification;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code models verify}: reads every byte again. */
@Command(
        name = "verify",
        header = "Read a model, or every model of the store, and compare the checksum.",
        footer = {
            "",
            "Exit codes: 0 every byte is right, 3 something is wrong or could not be checked."
        })
final class ModelsVerifyCommand implements Callable<Integer> {

    private final World world;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "A model or a pair (default: all of the store).")
    @Nullable String name;

    @Mixin HelpOptions help = new HelpOptions();

    ModelsVerifyCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        List<Verification> results = Setup.interruptible(world, this::verify);
        boolean good = true;
        for (Verification result : results) {
            world.out().line(sentence(result));
            good &= result.matches();
        }
        if (results.isEmpty()) {
            world.err().line("No model is in the store.");
        }
        return good ? ExitCode.OK : ExitCode.SETUP;
    }

    private List<Verification> verify() {
        Meters meters = new Meters(world.err(), world.terminal(), world.time());
        try (PullDisplay shown = new PullDisplay(world.err(), meters)) {
            return Optional.ofNullable(name)
                    .map(one -> world.models().verify(one, shown))
                    .orElseGet(() -> world.models().verifyAll(shown));
        }
    }

    private static String sentence(Verification result) {
        String name = result.name();
        if (result.matches()) {
            return "%s: right".formatted(name);
        }
        return result.expected()
                .map(
                        expected ->
                                "%s: WRONG, expected %s, found %s: models pull %s brings it again"
                                        .formatted(name, expected, result.actual(), name))
                .orElseGet(
                        () ->
                                "%s: NOT CHECKED, no checksum is known: compare its own, %s, with what its source says"
                                        .formatted(name, result.actual()));
    }
}
