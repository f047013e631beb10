package dev.glimprouter.testkit.upstream;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** Performs a play on a connection. */
final class Player {

    private final Socket socket;
    private final Exchange exchange;
    private final Pacer pacer;
    private final Pen pen;

    Player(Socket socket, Exchange exchange, Pacer pacer, Pen pen) {
        this.socket = socket;
        this.exchange = exchange;
        this.pacer = pacer.ofReply();
        this.pen = pen;
    }

    /** Says whether the connection can serve another request. */
    boolean perform(Play play) throws IOException, InterruptedException {
        try {
            for (Act act : play.acts()) {
                if (exchange.isClientGone() && !(act instanceof Act.End)) {
                    throw new InterruptedException("the client has closed its side");
                }
                if (!perform(act)) {
                    return false;
                }
            }
            exchange.ended(Outcome.PLAYED);
            return true;
        } catch (Pen.LimitReached reached) {
            breakOff(reached.how());
            return false;
        }
    }

    private boolean perform(Act act) throws IOException, InterruptedException, Pen.LimitReached {
        switch (act) {
            case Act.Head head -> pen.head(head);
            case Act.Raw raw -> pen.raw(raw.bytes());
            case Act.Body body -> pen.body(body);
            case Act.Event event -> pen.event(event);
            case Act.Pause pause -> pacer.pause(pause.nanos());
            case Act.Wait wait -> wait.gate().pass();
            case Act.Run run -> run.action().run();
            case Act.Break cut -> {
                breakOff(cut.how());
                return false;
            }
            case Act.End _ -> {
                if (pen.end()) {
                    exchange.ended(Outcome.PLAYED);
                    breakOff(Cut.FIN);
                    return false;
                }
            }
        }
        return true;
    }

    private void breakOff(Cut how) throws IOException, InterruptedException {
        switch (how) {
            case FIN -> {
                exchange.ended(Outcome.BROKEN);
                socket.shutdownOutput();
            }
            case RESET -> {
                exchange.ended(Outcome.BROKEN);
                socket.setSoLinger(true, 0);
            }
            case STALL -> {
                exchange.stalls();
                new CountDownLatch(1).await();
            }
        }
    }
}
