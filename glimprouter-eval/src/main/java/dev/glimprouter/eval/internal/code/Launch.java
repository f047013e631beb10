package dev.glimprouter.eval.internal.code;

import dev.glimprouter.eval.grade.code.CodeLimits;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The command that runs a program.
 *
 * @param python the interpreter
 * @param way how it is kept apart
 * @param limits what it may use
 */
record Launch(Path python, Way way, CodeLimits limits) {

    private static final String SCRIPT = Script.named("launcher.py");
    private static final int FIRST_USER = 100_000;
    private static final int USERS = 1_000_000;

    /** The command for a program in a folder; a user id that no other run has. */
    ProcessBuilder command(RunFolder folder, Optional<String> function) {
        List<String> command = new ArrayList<>(way.prefix());
        command.addAll(List.of(python.toString(), "-s", "-B", "-c", SCRIPT));
        command.add(Json.text(request(folder, function)));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.box().toFile());
        builder.environment().clear();
        String home = way.isolates() ? "/tmp" : folder.box().toString();
        builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
        builder.environment().put("HOME", home);
        builder.environment().put("TMPDIR", home);
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("PYTHONUTF8", "1");
        builder.environment().put("PYTHONHASHSEED", "0");
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        builder.environment().put("OMP_NUM_THREADS", "1");
        return builder;
    }

    private ObjectNode request(RunFolder folder, Optional<String> function) {
        ObjectNode request = Json.object();
        request.put("source", folder.source().toString());
        request.put("input", folder.input().toString());
        if (way.isolates()) {
            request.put("root", folder.root().toString());
        }
        function.ifPresent(name -> request.put("function", name));
        if (way.changesUser()) {
            request.put("user", FIRST_USER + ThreadLocalRandom.current().nextInt(USERS));
        }
        request.put("wall", limits.wall().toMillis() / 1000.0);
        request.put("cpu", limits.cpuSeconds());
        request.put("memory", limits.memoryBytes());
        request.put("processes", limits.processes());
        request.put("files", limits.fileBytes());
        return request;
    }
}
