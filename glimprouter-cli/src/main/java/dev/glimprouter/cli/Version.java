package dev.glimprouter.cli;

import dev.glimprouter.trace.Environment;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        Environment here = Environment.current();
        return new String[] {
            "glimprouter %s (Java %s, %s, %s)"
                    .formatted(here.glimprouter(), here.java(), here.os(), here.arch())
        };
    }
}
