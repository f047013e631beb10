package dev.glimprouter.example;

import dev.glimprouter.engine.EngineProvider;

import java.util.ServiceLoader;

/**
 * A program that prints the engine providers it finds, and whether they are in modules. It is in no
 * package of ours, as programs that use us are.
 */
public final class ProviderFinder {

    private ProviderFinder() {}

    /** Runs it, without arguments. */
    public static void main(String[] arguments) {
        for (EngineProvider provider : ServiceLoader.load(EngineProvider.class)) {
            Class<?> type = provider.getClass();
            System.out.println("found " + type.getName() + " " + type.getModule().isNamed());
        }
        System.out.println("end");
    }
}
