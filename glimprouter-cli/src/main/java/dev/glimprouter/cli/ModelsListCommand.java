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

    private static final String ROW = "%-28s %-6s %-9s %9s  %s";

    private final World world;

    @Mixin HelpOptions help = new HelpOptions();

    ModelsListCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        StringBuilder table = new StringBuilder();
        line(table, ROW.formatted("MODEL", "ROLE", "STATE", "SIZE", "FILE"));
        world.models().list().forEach(model -> line(table, row(model)));
        world.models().catalogue().pairs().forEach(pair -> line(table, row(pair)));
        world.out().print(table.toString());
        return ExitCode.OK;
    }

    private static void line(StringBuilder table, String text) {
        table.append(Visible.line(text)).append(System.lineSeparator());
    }

    private static String row(StoredModel model) {
        String role = model.known().map(known -> known.role()).orElse("-");
        long bytes = model.known().map(known -> known.bytes()).orElse(model.bytes());
        String state = model.state().name().toLowerCase(Locale.ROOT);
        return ROW.formatted(model.name(), role, state, Figures.bytes(bytes), model.file());
    }

    private static String row(ModelPair pair) {
        String usual = pair.name().equals(Catalogue.DEFAULT_PAIR) ? " (default)" : "";
        return "pair %s%s: %s and %s".formatted(pair.name(), usual, pair.small(), pair.large());
    }
}
