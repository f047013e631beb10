package dev.glimprouter.cli;

import dev.glimprouter.models.Catalogue;
import dev.glimprouter.models.ModelPair;
import dev.glimprouter.models.StoredModel;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code models list}: what is known and what is there. */
@Command(name = "list", header = "List the models that are known by name or in the store.")
final class ModelsListCommand implements Callable<Integer> {

    private static final String ROW = "%-28s %-6s %-8s %9s  %s";

    private final World world;

    @Mixin HelpOptions help = new HelpOptions();

    ModelsListCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        world.out().line(ROW.formatted("MODEL", "ROLE", "STATE", "SIZE", "FILE"));
        for (StoredModel model : world.models().list()) {
            String role = model.known().map(known -> known.role()).orElse("-");
            long bytes = model.known().map(known -> known.bytes()).orElse(model.bytes());
            world.out()
                    .line(
                            ROW.formatted(
                                    model.name(),
                                    role,
                                    model.state().name().toLowerCase(Locale.ROOT),
                                    Figures.bytes(bytes),
                                    model.file()));
        }
        for (ModelPair pair : world.models().catalogue().pairs()) {
            String usual = pair.name().equals(Catalogue.DEFAULT_PAIR) ? " (default)" : "";
            world.out()
                    .line(
                            "pair %s%s: %s and %s"
                                    .formatted(pair.name(), usual, pair.small(), pair.large()));
        }
        return ExitCode.OK;
    }
}
