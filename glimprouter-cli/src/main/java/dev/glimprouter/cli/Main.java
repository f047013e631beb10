package dev.glimprouter.cli;

import dev.glimprouter.models.Models;
import dev.glimprouter.time.Time;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ThreadLocalRandom;

/** Where the process starts. */
public final class Main {

    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        Terminal terminal = Terminal.detect(System::getProperty, System::getenv);
        Printer out = Printer.strict(standardOutput(), Printer.charset(terminal.out()));
        Printer err =
                Printer.lenient(
                        new FileOutputStream(FileDescriptor.err), Printer.charset(terminal.err()));
        Interrupts interrupts = new Interrupts(Time.system(), new ProcessEnding(err, terminal));
        Signals.connect(interrupts);
        World world =
                new World(
                        terminal,
                        new FileInputStream(FileDescriptor.in),
                        out,
                        err,
                        Models.ofUser(),
                        interrupts,
                        Time.system(),
                        () -> ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE),
                        System::getenv);
        int code = new Cli(world).run(args);
        if (interrupts.raised().isPresent()) {
            Runtime.getRuntime().halt(code);
        }
        System.exit(code);
    }

    /** The launcher puts something else in the place of a closed stream, and says so. */
    private static OutputStream standardOutput() {
        return "closed".equals(System.getProperty("glimprouter.stdout"))
                ? new ClosedOutput()
                : new FileOutputStream(FileDescriptor.out);
    }

    /** Takes nothing. */
    private static final class ClosedOutput extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("it is closed");
        }
    }

    /** Ends this process. */
    private record ProcessEnding(Printer err, Terminal terminal) implements Interrupts.Ending {

        @Override
        public void exit(int code) {
            newLine();
            System.exit(code);
        }

        @Override
        public void halt(int code) {
            newLine();
            Runtime.getRuntime().halt(code);
        }

        private void newLine() {
            if (terminal.err()) {
                err.line("");
            }
        }
    }
}
