package dev.glimprouter.llamacpp.internal.natives;

import java.util.concurrent.CountDownLatch;

/** A process that ends in the way it is told to. */
final class Child {

    private Child() {}

    /** Speaks, floods, dies, hangs or reads its input. */
    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "fine" -> System.out.println("not kept");
            case "refuse" -> {
                System.err.println("first line");
                System.err.println("the reason \n\n");
                System.exit(3);
            }
            case "flood" -> {
                for (int i = 0; i < 100_000; i++) {
                    System.err.println("line " + i);
                }
            }
            case "die" -> Runtime.getRuntime().halt(134);
            case "hang" -> {
                System.err.println("waiting");
                new CountDownLatch(1).await();
            }
            case "read" -> System.exit(System.in.read() < 0 ? 0 : 1);
            default -> System.exit(99);
        }
    }
}
