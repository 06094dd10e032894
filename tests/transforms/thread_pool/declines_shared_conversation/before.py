import socket


def main():
    states = []
    with socket.socket() as connection:
        connection.settimeout(1)
        for number in range(12):
            try:
                connection.sendall(b"STATUS %d\n" % number)
                states.append(connection.recv(100))
            except OSError as error:
                states.append(type(error).__name__)
    print(states)


main()
