package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.Session;
import dev.glimprouter.testkit.gguf.TinyGguf;

import java.nio.file.Path;

/** A process that generates until it is ended; with "exit" it ends itself after a while. */
final class Talker {

    private static final int ROUNDS = 3;

    private Talker() {}

    /** Arguments: a folder to write the model to, then "exit" or "stay". */
    public static void main(String[] arguments) throws Exception {
        LlamaEngine engine = TinyEngines.open(Path.of(arguments[0]), TinyGguf.DEFAULT);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(engine)));
        Thread.ofVirtual().start(() -> talk(engine, "two"));
        try (Session session = TinyEngines.ask(engine, "one")) {
            for (int i = 0; i < ROUNDS; i++) {
                Reading.all(session, Reading.drawn(20, i));
            }
        }
        System.out.println("started");
        if (arguments[1].equals("exit")) {
            Thread.ofVirtual().start(() -> System.exit(0));
        }
        talk(engine, "one");
    }

    private static void talk(LlamaEngine engine, String question) {
        for (long seed = 0; seed >= 0; seed++) {
            try (Session session = TinyEngines.ask(engine, question)) {
                Reading.all(session, Reading.drawn(900, seed));
            }
        }
    }

    private static void close(LlamaEngine engine) {
        engine.close();
        System.out.println("closed");
    }
}
