package dev.glimprouter.openai.internal.http;

import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.io.HttpConnectionFactory;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Makes connections that see at once whether the server has closed them. The library waits a
 * millisecond for that, too long to look before each request; and some servers close after each
 * stream without saying so (llama-server).
 */
final class Connections implements HttpConnectionFactory<ManagedHttpClientConnection> {

    private final HttpConnectionFactory<ManagedHttpClientConnection> maker;

    Connections(HttpConnectionFactory<ManagedHttpClientConnection> maker) {
        this.maker = maker;
    }

    @Override
    public ManagedHttpClientConnection createConnection(Socket socket) throws IOException {
        ManagedHttpClientConnection made = maker.createConnection(socket);
        return (ManagedHttpClientConnection)
                Proxy.newProxyInstance(
                        Connections.class.getClassLoader(),
                        new Class<?>[] {ManagedHttpClientConnection.class},
                        (_, method, arguments) ->
                                method.getName().equals("isStale")
                                        ? isStale(made)
                                        : invoke(made, method, arguments));
    }

    private static Object invoke(Object made, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(made, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** Whether anything but silence comes, which only the end can be where nothing was asked. */
    private static boolean isStale(ManagedHttpClientConnection made) throws IOException {
        Socket socket = made.getSocket();
        SocketChannel channel = socket == null ? null : socket.getChannel();
        if (channel == null) {
            return made.isStale();
        }
        try {
            channel.configureBlocking(false);
            int bytes = channel.read(ByteBuffer.allocate(1));
            channel.configureBlocking(true);
            return bytes != 0;
        } catch (IOException closed) {
            return true;
        }
    }
}
