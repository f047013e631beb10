package dev.glimprouter.cli.config;

import dev.glimprouter.engine.Retries;
import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.openai.ServerKinds;

import java.nio.file.Files;
import java.nio.file.Path;

/** Settings of servers, each checked. */
public final class ServerValues {

    private ServerValues() {}

    /** The same for a kind of server. */
    public static ServerSettings withProfile(ServerSettings base, String nameOrFile) {
        ServerKinds.check(nameOrFile);
        return base.withProfile(nameOrFile);
    }

    /** The same with certificates to trust. */
    public static ServerSettings withCertificates(ServerSettings base, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new RequestException("There is no file %s: check ca.".formatted(file));
        }
        return base.withAuthority(file);
    }

    /** The same with another number of tries after the first one. */
    public static ServerSettings withTries(ServerSettings base, int most) {
        Retries retries = base.retries();
        return base.withRetries(new Retries(most, retries.first(), retries.longest()));
    }
}
