import socket
import subprocess
import sys

SERVER = """
import os, socket, sys, threading
listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
threading.Thread(target=lambda: os._exit(len(sys.stdin.read())), daemon=True).start()
answers = 0
while True:
    connection, _ = listener.accept()
    connection.recv(100)
    answers += 1
    connection.sendall(b"%d" % answers)
    connection.close()
"""


def ticket(port, number):
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(b"TICKET %d" % number)
        return connection.recv(100)


def main():
    server = subprocess.Popen(
        [sys.executable, "-S", "-c", SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    port = int(server.stdout.readline())
    tickets = []
    for number in range(int(sys.argv[1])):
        tickets.append(ticket(port, number))
    print(tickets)
    server.kill()
    server.wait()


if __name__ == "__main__":
    main()
