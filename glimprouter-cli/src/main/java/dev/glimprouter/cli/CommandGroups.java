package dev.glimprouter.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

import java.util.List;
import java.util.Map;

/** Lists the commands under headings. */
final class CommandGroups implements IHelpSectionRenderer {

    private record Group(String heading, List<String> commands) {}

    private static final List<Group> GROUPS =
            List.of(
                    new Group("Ask", List.of("ask", "chat")),
                    new Group("Serve", List.of("serve")),
                    new Group("Set up", List.of("models", "doctor")),
                    new Group(
                            "Evaluate",
                            List.of(
                                    "eval",
                                    "compare",
                                    "report",
                                    "regrade",
                                    "calibrate",
                                    "curve",
                                    "plan",
                                    "study")),
                    new Group("Traces", List.of("export")));

    @Override
    public String render(Help help) {
        Map<String, CommandLine> commands = help.commandSpec().subcommands();
        StringBuilder text = new StringBuilder();
        for (Group group : GROUPS) {
            text.append("%n%s:%n".formatted(group.heading()));
            for (String name : group.commands()) {
                CommandLine command = commands.get(name);
                if (command != null) {
                    String about = command.getCommandSpec().usageMessage().header()[0];
                    text.append("  %-9s %s%n".formatted(name, about));
                }
            }
        }
        return text.toString();
    }
}
