package dev.glimprouter.cli;

import dev.glimprouter.llamacpp.LlamaCppReport;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code doctor --json} prints; docs/doctor.md tells its fields. */
final class DoctorJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private DoctorJson() {}

    /** The object on one line, without a line end. */
    static String of(DoctorReport report) {
        ObjectNode to = MAPPER.createObjectNode();
        to.put("well", report.isWell());
        to.put("java", report.machine().java());
        to.put("os", report.machine().os());
        to.put("cores", report.machine().cores());
        to.put("memoryBytes", report.machine().totalBytes());
        to.put("freeMemoryBytes", report.machine().freeBytes());
        report.natives()
                .ifPresentOrElse(
                        natives -> put(to.putObject("natives"), natives),
                        () -> to.putNull("natives"));
        ArrayNode packages = to.putArray("gpuPackages");
        report.gpuHints()
                .forEach(
                        hint ->
                                packages.addObject()
                                        .put("kind", hint.kind())
                                        .put("found", hint.found())
                                        .put("needs", hint.needs())
                                        .put("command", hint.command().orElse("")));
        to.put("store", report.store().toString());
        to.put("freeDiskBytes", report.freeBytes());
        ArrayNode models = to.putArray("models");
        report.models().forEach(model -> put(models.addObject(), model));
        ArrayNode servers = to.putArray("servers");
        report.servers().forEach(server -> ServerJson.put(servers.addObject(), server));
        ArrayNode hints = to.putArray("hints");
        report.hints().forEach(hints::add);
        ArrayNode problems = to.putArray("problems");
        report.problems().forEach(problems::add);
        return MAPPER.writeValueAsString(to);
    }

    private static void put(ObjectNode to, LlamaCppReport natives) {
        to.put("version", natives.version());
        to.put("folder", natives.folder().toString());
        to.put("cpuVariant", natives.cpuVariant());
        ArrayNode gpus = to.putArray("gpus");
        natives.gpus().forEach(gpus::add);
    }

    private static void put(ObjectNode to, ModelCheck model) {
        to.put("model", model.model());
        to.put("state", model.state());
        model.engine()
                .ifPresent(
                        engine -> {
                            to.put("contextTokens", engine.contextTokens());
                            to.put("contextBytes", engine.contextBytes());
                        });
        model.speed()
                .ifPresent(
                        speed -> {
                            to.put(
                                    "prefillTokensPerSecond",
                                    Figures.perSecond(speed.promptTokens(), speed.prefillNanos()));
                            to.put(
                                    "decodeTokensPerSecond",
                                    Figures.perSecond(speed.decodedTokens(), speed.decodeNanos()));
                        });
    }
}
