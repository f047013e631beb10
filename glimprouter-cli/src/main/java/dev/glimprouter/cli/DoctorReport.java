package dev.glimprouter.cli;

import dev.glimprouter.llamacpp.LlamaCppReport;
import dev.glimprouter.llamacpp.LlamaCppReport.GpuHint;
import dev.glimprouter.openai.Finding;
import dev.glimprouter.openai.ServerReport;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code doctor} found.
 *
 * @param machine the machine
 * @param natives the libraries of the embedded engine, if they can be used
 * @param gpuHints packages with GPU support that would fit
 * @param store folder of the models
 * @param freeBytes free bytes of its disk
 * @param models the models that were tried on this machine
 * @param servers the servers that were examined
 * @param problems what is missing and what to do, one sentence each
 */
record DoctorReport(
        MachineFacts machine,
        Optional<LlamaCppReport> natives,
        List<GpuHint> gpuHints,
        Path store,
        long freeBytes,
        List<ModelCheck> models,
        List<ServerReport> servers,
        List<String> problems) {

    /** Copies the lists. */
    DoctorReport {
        gpuHints = List.copyOf(gpuHints);
        models = List.copyOf(models);
        servers = List.copyOf(servers);
        problems = List.copyOf(problems);
    }

    /** What could be better and what to do, one sentence each. */
    List<String> hints() {
        return servers.stream()
                .flatMap(server -> server.findings().stream())
                .filter(finding -> !finding.problem())
                .map(Finding::text)
                .toList();
    }

    /** Whether nothing that is needed is missing. */
    boolean isWell() {
        return problems.isEmpty();
    }

    /** For people. */
    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "Java", machine.java() + " in " + machine.home());
        line(text, "System", "%s; %d cores".formatted(machine.os(), machine.cores()));
        line(
                text,
                "Memory",
                "%s, %s of it free"
                        .formatted(
                                Figures.bytes(machine.totalBytes()),
                                Figures.bytes(machine.freeBytes())));
        line(text, "Natives", natives.map(DoctorReport::words).orElse("not usable"));
        natives.ifPresent(found -> found.gpus().forEach(gpu -> line(text, "GPU", gpu)));
        gpuHints.forEach(hint -> line(text, "GPU", words(hint)));
        line(text, "Store", "%s, %s free".formatted(store, Figures.bytes(freeBytes)));
        models.forEach(model -> line(text, "Model", model.text()));
        servers.forEach(
                server ->
                        ServerText.lines(server)
                                .forEach((topic, words) -> line(text, topic, words)));
        hints().forEach(hint -> line(text, "Hint", hint));
        problems.forEach(problem -> line(text, "Problem", problem));
        line(text, "Verdict", isWell() ? "all is here" : problems.size() + " to repair");
        return text.toString();
    }

    private static void line(StringBuilder text, String topic, String words) {
        text.append("%-9s%s%n".formatted(topic, Visible.line(words)));
    }

    private static String words(LlamaCppReport found) {
        String variant =
                found.cpuVariant().isBlank() ? "" : ", processor variant " + found.cpuVariant();
        return "llama.cpp %s in %s%s".formatted(found.version(), found.folder(), variant);
    }

    private static String words(GpuHint hint) {
        String needs = hint.needs().isBlank() ? "" : " (needs " + hint.needs() + ")";
        return hint.command()
                .map(
                        command ->
                                "%s would fit, by %s%s: %s, then --lib-dir %s --gpu-layers 99"
                                        .formatted(
                                                hint.kind(),
                                                hint.found(),
                                                needs,
                                                command,
                                                hint.folder().map(Path::toString).orElse("DIR")))
                .orElse(
                        "%s is built in, by %s: --gpu-layers 99"
                                .formatted(hint.kind(), hint.found()));
    }
}
