package dev.glimprouter.cli;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.llamacpp.LlamaCppReport;
import dev.glimprouter.models.ModelRef;
import dev.glimprouter.models.PullListener;
import dev.glimprouter.models.StoredModel;
import dev.glimprouter.openai.Finding;
import dev.glimprouter.openai.ServerExamination;
import dev.glimprouter.openai.ServerReport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Looks at everything that an answer needs; downloads nothing. */
final class Doctor {

    /** What opening a model needs no download for. */
    private static final Set<StoredModel.State> IS_HERE =
            EnumSet.of(StoredModel.State.PRESENT, StoredModel.State.UNCHECKED);

    private final World world;
    private final EngineOptions options;

    Doctor(World world, EngineOptions options) {
        this.world = world;
        this.options = options;
    }

    /**
     * Looks at the machine and tries these models; natives are a problem only where one runs here.
     */
    DoctorReport examine(List<ModelRef> refs) {
        List<String> problems = new ArrayList<>();
        Optional<LlamaCppReport> natives = natives(refs, problems);
        List<ModelCheck> models = new ArrayList<>();
        List<ServerReport> servers = new ArrayList<>();
        for (ModelRef ref : refs) {
            if (ref instanceof ModelRef.Servers served) {
                servers.addAll(examine(served));
            } else {
                models.add(check(ref, natives.isPresent()));
            }
        }
        models.forEach(model -> model.problem().ifPresent(problems::add));
        servers.stream()
                .flatMap(server -> server.findings().stream())
                .filter(Finding::problem)
                .forEach(finding -> problems.add(finding.text()));
        Path store = world.models().folder();
        return new DoctorReport(
                MachineFacts.local(),
                natives,
                LlamaCppReport.gpuHints(),
                store,
                freeBytes(store),
                models,
                servers,
                problems);
    }

    private Optional<LlamaCppReport> natives(List<ModelRef> refs, List<String> problems) {
        try {
            return Optional.of(LlamaCppReport.of(options.libraryDirectory()));
        } catch (SetupException missing) {
            if (!refs.stream().allMatch(ModelRef.Servers.class::isInstance)) {
                problems.add(String.valueOf(missing.getMessage()));
            }
            return Optional.empty();
        }
    }

    private List<ServerReport> examine(ModelRef.Servers ref) {
        world.err().line("Trying %s ...".formatted(Visible.line(ref.text())));
        ServerExamination examination =
                new ServerExamination(
                        world.time(),
                        InstantSource.system(),
                        new SplittableRandom(world.seeds().getAsLong()));
        return examination.of(
                new ModelSource.Servers(ref.replicas(), ref.model(), ref.settings()),
                options.chatTemplate());
    }

    private ModelCheck check(ModelRef ref, boolean usable) {
        String name = RefText.of(ref);
        Optional<String> missing = missing(ref);
        if (missing.isPresent()) {
            return ModelCheck.idle(name, "missing", missing);
        }
        if (!usable) {
            return ModelCheck.idle(name, "here, not tried", Optional.empty());
        }
        world.err().line("Trying %s ...".formatted(Visible.line(name)));
        try (Engine engine = world.models().open(ref, options, PullListener.NONE)) {
            return ModelCheck.running(name, engine.info(), SpeedCheck.of(engine, world.time()));
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (GlimpRouterException failure) {
            return ModelCheck.idle(
                    name, "does not run", Optional.of(String.valueOf(failure.getMessage())));
        }
    }

    private Optional<String> missing(ModelRef ref) {
        return switch (ref) {
            case ModelRef.Named named -> missing(named.model().name());
            case ModelRef.Hub hub -> missing(hub.file().reference());
            case ModelRef.LocalFile file ->
                    Files.isRegularFile(file.path())
                            ? Optional.empty()
                            : Optional.of(
                                    "There is no file %s: check the path.".formatted(file.path()));
            case ModelRef.Servers _ -> Optional.empty();
        };
    }

    private Optional<String> missing(String name) {
        boolean here =
                world.models().list().stream()
                        .filter(model -> model.name().equals(name))
                        .anyMatch(model -> IS_HERE.contains(model.state()));
        return here
                ? Optional.empty()
                : Optional.of(
                        "The model %s is not here: ./glimprouter models pull %s"
                                .formatted(name, name));
    }

    /** Free bytes of the disk where a folder is or would be; 0 if the disk does not tell. */
    private static long freeBytes(Path folder) {
        Path existing = folder;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            return Files.getFileStore(existing).getUsableSpace();
        } catch (IOException unknown) {
            return 0;
        }
    }
}
