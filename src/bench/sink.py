"""An SMTP server on loopback that keeps nothing, and a client that does nothing but send: the server's own limit.

sink.py serve PORT_FILE   serves until it is killed; its port goes into the file
sink.py send PORT N FILE  sends the message in the file N times over one connection
sink.py count PORT        prints how many messages came since the last question
"""
import socket
import sys
import threading
from pathlib import Path

END = b"\r\n.\r\n"
COUNT = b"COUNT"


class Lines:
    """What the other end says."""

    def __init__(self, connection):
        self.connection = connection
        self.waiting = b""

    def until(self, end):
        """All up to and with an end; nothing when the other end hung up."""
        searched = 0
        while (at := self.waiting.find(end, searched)) < 0:
            searched = max(0, len(self.waiting) - len(end))
            more = self.connection.recv(1 << 18)
            if not more:
                return b""
            self.waiting += more
        found, self.waiting = self.waiting[:at + len(end)], self.waiting[at + len(end):]
        return found


class Sink:
    def __init__(self):
        self.received = 0

    def serve(self, port_file):
        with socket.create_server(("127.0.0.1", 0)) as server:
            Path(port_file).write_text(str(server.getsockname()[1]))
            while True:
                connection, _ = server.accept()
                threading.Thread(target=self.answer, args=(connection,), daemon=True).start()

    def answer(self, connection):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        lines = Lines(connection)
        with connection:
            connection.sendall(b"220 sink\r\n")
            while line := lines.until(b"\r\n"):
                word = line.split()[0].upper() if line.split() else b""
                if word == b"DATA":
                    connection.sendall(b"354 go on\r\n")
                    lines.until(END)
                    self.received += 1
                    connection.sendall(b"250 taken\r\n")
                elif word == COUNT:
                    connection.sendall(b"250 %d\r\n" % self.received)
                    self.received = 0
                elif word == b"QUIT":
                    connection.sendall(b"221 bye\r\n")
                    return
                else:
                    connection.sendall(b"250 sink\r\n")


class Client:
    def __init__(self, port):
        self.connection = socket.create_connection(("127.0.0.1", port))
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.lines = Lines(self.connection)
        self.lines.until(b"\r\n")

    def say(self, line):
        self.connection.sendall(line + b"\r\n")
        return self.lines.until(b"\r\n")

    def send(self, times, message):
        self.say(b"EHLO bench")
        for _ in range(times):
            self.say(b"MAIL FROM:<a@bench.example>")
            self.say(b"RCPT TO:<b@bench.example>")
            self.say(b"DATA")
            self.say(message)
        self.say(b"QUIT")


def count(port):
    return int(Client(port).say(COUNT).split()[1])


def main():
    what, *rest = sys.argv[1:]
    if what == "serve":
        Sink().serve(rest[0])
    elif what == "send":
        message = Path(rest[2]).read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        Client(int(rest[0])).send(int(rest[1]), message.replace(b"\r\n.", b"\r\n..") + b"\r\n.")
    else:
        print(count(int(rest[0])))


if __name__ == "__main__":
    main()
