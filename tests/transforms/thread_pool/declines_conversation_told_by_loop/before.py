import socket


def tell(text):
    try:
        with socket.create_connection(("127.0.0.1", 9), timeout=2) as connection:
            connection.sendall(text)
            return connection.recv(100)
    except OSError as error:
        return type(error).__name__


def main():
    states = []
    for number in range(12):
        states.append(tell(b"ASK"))
        tell(b"SET %d" % number)
    print(len(states))


main()
