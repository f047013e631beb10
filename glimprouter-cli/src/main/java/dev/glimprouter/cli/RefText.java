package dev.glimprouter.cli;

import dev.glimprouter.models.ModelRef;

/** Short names of models for people. */
final class RefText {

    private RefText() {}

    static String of(ModelRef ref) {
        return switch (ref) {
            case ModelRef.Named named -> named.model().name();
            case ModelRef.LocalFile file -> String.valueOf(file.path().getFileName());
            case ModelRef.Hub hub -> hub.file().fileName();
            case ModelRef.Servers servers ->
                    servers.model().isBlank()
                            ? servers.replicas().getFirst().toString()
                            : servers.model();
        };
    }
}
