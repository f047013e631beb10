package dev.glimprouter.cli;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.question.Question;
import dev.glimprouter.trace.TraceSummary;

import java.nio.file.Path;
import java.util.Optional;

/** A running chat. */
final class Chat {

    private static final String QUIT = "/quit";
    private static final String RESET = "/reset";
    private static final String FORGOTTEN = "This turn is forgotten.";

    private final World world;
    private final GlimpRouter router;
    private final Conversation conversation;
    private final Optional<Path> trace;
    private final LineInput input;
    private final Palette palette;
    private int code = ExitCode.OK;

    /**
     * A chat.
     *
     * @param trace file whose name gets the number of the turn
     */
    Chat(World world, GlimpRouter router, Conversation conversation, Optional<Path> trace) {
        this.world = world;
        this.router = router;
        this.conversation = conversation;
        this.trace = trace;
        this.input = new LineInput(world.in(), world.terminal().in());
        this.palette = new Palette(world.terminal().colour());
    }

    /** Takes messages until they end; the exit code, that of the last one that failed. */
    int run() {
        say("Write a message; /reset forgets the turns so far, /quit or Ctrl-D ends.");
        while (true) {
            Optional<String> message = nextMessage();
            if (message.isEmpty()) {
                leavePrompt();
                return code;
            }
            if (message.get().equals(QUIT)) {
                return code;
            }
            take(message.get());
            Optional<Interrupts.Kind> signal = world.interrupts().raised();
            if (signal.isPresent() && signal.get() != Interrupts.Kind.INT) {
                return signal.get().exitCode;
            }
            world.interrupts().settle();
        }
    }

    /** The next message that can be used; the others are passed over. */
    private Optional<String> nextMessage() {
        while (true) {
            prompt();
            try {
                return input.next();
            } catch (RequestException unusable) {
                failed(unusable, ExitCode.USAGE, "This message is passed over.");
            }
        }
    }

    private void prompt() {
        if (world.terminal().in()) {
            world.err().print("\n> ");
        }
    }

    /** Ends the prompt's line, which an end of input leaves open. */
    private void leavePrompt() {
        if (world.terminal().in()) {
            world.err().line("");
        }
    }

    private void take(String message) {
        if (message.equals(RESET)) {
            conversation.reset();
            say("The turns so far are forgotten.");
        } else if (LineInput.isCommand(message)) {
            say("There is no command %s: known are /reset and /quit.".formatted(message));
        } else if (!message.isEmpty()) {
            turn(message);
        }
    }

    private void turn(String message) {
        Question question = conversation.next(message);
        try (TraceFile file = TraceFile.open(traceOfTurn())) {
            QuestionRun run = new QuestionRun(world, file);
            String answer = run.ask(router, question, new QuestionDisplay(world));
            conversation.keep(message, answer);
            TraceSummary summary = TraceSummary.of(run.events());
            say(Summary.oneLine(summary, router.config().seed()));
        } catch (CancelledException cancelled) {
            if (world.interrupts().raised().filter(Interrupts.Kind.INT::equals).isEmpty()) {
                throw cancelled;
            }
            say("Cancelled; this turn is forgotten. Ctrl-C again ends the chat.");
        } catch (RequestException failure) {
            // All that a turn is refused for is a text that does not fit.
            String room = conversation.hasTurns() ? " /reset makes room." : "";
            failed(failure, ExitCode.USAGE, FORGOTTEN + room);
        } catch (RetryableException failure) {
            failed(failure, ExitCode.FAILED, FORGOTTEN);
        }
    }

    private void failed(RuntimeException failure, int newCode, String consequence) {
        code = newCode;
        world.err()
                .line(
                        "glimprouter: %s %s"
                                .formatted(
                                        Visible.line(String.valueOf(failure.getMessage())),
                                        consequence));
    }

    private Optional<Path> traceOfTurn() {
        return trace.map(file -> numbered(file, conversation.asked()));
    }

    /** The file with a number before its last dot. */
    static Path numbered(Path file, int number) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot <= 0 ? name : name.substring(0, dot);
        String end = dot <= 0 ? "" : name.substring(dot);
        return file.resolveSibling(stem + "-" + number + end);
    }

    private void say(String line) {
        world.err().line(palette.dim(line));
    }
}
