package fr.perisco.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A mail server on the loopback that answers as it is told to: by recipient, or for everyone. */
public final class MoodyServer implements AutoCloseable {
    /** What it does with a mail. */
    public enum Mood {
        TAKE,
        DROP_IN_DATA,
        DROP_AFTER_DOT,
        STALL_AFTER_DOT,
        STALL_AT_RECIPIENT,
        DROP_AT_RECIPIENT,
        ANSWER_AT_RECIPIENT,
        ANSWER_AT_DOT,
        ANSWER_AT_SENDER
    }

    private record Order(Mood mood, String answer) {}

    private final ServerSocket socket;
    private final List<String> accepted = Collections.synchronizedList(new ArrayList<>());
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Order> orders = new ConcurrentHashMap<>();
    private final List<String> messages = Collections.synchronizedList(new ArrayList<>());
    private volatile Order general = new Order(Mood.TAKE, "");
    private volatile Function<String, Boolean> dropsConnection = recipient -> false;

    public MoodyServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "smtp://127.0.0.1:" + socket.getLocalPort();
    }

    public String clearUrl() {
        return url() + "?starttls=none";
    }

    /** For all that has no order of its own. */
    public void always(Mood mood, String answer) {
        general = new Order(mood, answer);
    }

    public void to(String recipient, Mood mood, String answer) {
        orders.put(recipient, new Order(mood, answer));
    }

    /** Hangs up when it is asked for this recipient, once it has taken a mail on the connection. */
    void hangsUpAfterEachMail() {
        dropsConnection = recipient -> true;
    }

    /** The recipients of the mails that it took, in order. */
    public List<String> accepted() {
        return List.copyOf(accepted);
    }

    List<String> messages() {
        return List.copyOf(messages);
    }

    /** Every line that a client said, contents left out. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread thread = new Thread(() -> talk(client));
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            client.setTcpNoDelay(true);
            say(client, "220 moody");
            String recipient = "";
            int taken = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                String word = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
                if (word.equals("QUIT")) {
                    say(client, "221 bye");
                    return;
                } else if (word.equals("MAIL") && taken > 0 && dropsConnection.apply(recipient)) {
                    return;
                } else if (word.equals("MAIL") && general.mood() == Mood.ANSWER_AT_SENDER) {
                    say(client, general.answer());
                } else if (word.equals("RCPT")) {
                    recipient = line.replaceAll(".*<(.*)>.*", "$1");
                    Order order = order(recipient);
                    if (order.mood() == Mood.DROP_AT_RECIPIENT) {
                        return;
                    }
                    if (order.mood() == Mood.STALL_AT_RECIPIENT) {
                        stall();
                    }
                    say(client, order.mood() == Mood.ANSWER_AT_RECIPIENT ? order.answer() : "250 ok");
                } else if (word.equals("DATA")) {
                    say(client, "354 go on");
                    Order order = order(recipient);
                    String message = content(in, order.mood() == Mood.DROP_IN_DATA);
                    if (order.mood() == Mood.DROP_IN_DATA || order.mood() == Mood.DROP_AFTER_DOT) {
                        return;
                    }
                    if (order.mood() == Mood.STALL_AFTER_DOT) {
                        stall();
                    }
                    if (order.mood() == Mood.ANSWER_AT_DOT) {
                        say(client, order.answer());
                    } else {
                        accepted.add(recipient);
                        messages.add(message);
                        taken++;
                        say(client, "250 2.0.0 taken");
                    }
                } else {
                    say(client, "250 ok");
                }
            }
        } catch (IOException e) {
            heard.add("(hung up)");
        }
    }

    private Order order(String recipient) {
        Order order = orders.get(recipient);
        return order == null ? general : order;
    }

    private static void stall() {
        try {
            Thread.sleep(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String content(BufferedReader in, boolean onlyTheBeginning) throws IOException {
        StringBuilder content = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            content.append(line).append('\n');
            if (onlyTheBeginning) {
                break;
            }
        }
        return content.toString();
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
