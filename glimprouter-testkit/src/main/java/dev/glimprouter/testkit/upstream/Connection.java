package dev.glimprouter.testkit.upstream;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** One accepted connection: one thread reads on, so that a closing client is seen; one plays. */
final class Connection {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FaultServer server;
    private final Socket socket;
    private final int number;
    private final BlockingQueue<Optional<Exchange>> arrived = new LinkedBlockingQueue<>();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private final Thread player;
    private volatile boolean closing;

    Connection(FaultServer server, Socket socket, int number) {
        this.server = server;
        this.socket = socket;
        this.number = number;
        this.reader = Thread.ofVirtual().name("upstream-reader-" + number).unstarted(this::read);
        this.player = Thread.ofVirtual().name("upstream-player-" + number).unstarted(this::play);
    }

    void start() {
        reader.start();
        player.start();
    }

    private void read() {
        try {
            RequestReader requests = new RequestReader(socket.getInputStream());
            Optional<Request> request = requests.read();
            while (request.isPresent()) {
                Exchange exchange = server.arrived(request.get(), number);
                exchanges.add(exchange);
                arrived.add(Optional.of(exchange));
                request = requests.read();
            }
        } catch (IOException closed) {
            // by the client, which the next line tells, or by the player
        } catch (RuntimeException strange) {
            server.failed(strange);
        }
        clientGone();
    }

    private void clientGone() {
        if (!closing) {
            exchanges.forEach(exchange -> exchange.clientGone(server.nanos()));
            player.interrupt();
        }
        arrived.add(Optional.empty());
    }

    private void play() {
        try {
            Optional<Exchange> next = arrived.take();
            while (next.isPresent() && answer(next.get())) {
                exchanges.remove(next.get());
                next = arrived.take();
            }
        } catch (InterruptedException gone) {
            // nothing more to answer
        } finally {
            closing = true;
            close();
            exchanges.forEach(exchange -> exchange.ended(rest(exchange)));
            server.ended(this);
        }
    }

    private Outcome rest(Exchange exchange) {
        boolean aborted = exchange.isClientGone() && !server.isClosed();
        return aborted ? Outcome.ABORTED : Outcome.CLOSED;
    }

    private boolean answer(Exchange exchange) throws InterruptedException {
        Play play;
        try {
            play = server.responder().answer(exchange.request());
        } catch (RuntimeException failure) {
            server.failed(failure);
            play = Play.response(500, "text/plain", "the script failed: " + failure);
        }
        try {
            Pen pen = new Pen(socket.getOutputStream(), exchange, play);
            Player on = new Player(socket, exchange, server.pacer(), pen);
            return on.perform(play) && exchange.request().keepsAlive();
        } catch (IOException brokenPipe) {
            exchange.clientGone(server.nanos());
            return false;
        } catch (RuntimeException failure) {
            server.failed(failure);
            exchange.ended(Outcome.FAILED);
            return false;
        }
    }

    /** Closes the socket, whatever goes on. */
    void close() {
        closing = true;
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // closed all the same
        }
    }

    List<Thread> threads() {
        return List.of(reader, player);
    }

    /** Ends everything, and waits for it. */
    void end() throws InterruptedException {
        close();
        for (Thread thread : threads()) {
            if (thread != Thread.currentThread()) {
                thread.interrupt();
                if (!thread.join(PATIENCE)) {
                    throw new IllegalStateException(
                            thread.getName() + " does not end: a script blocks it");
                }
            }
        }
    }
}
