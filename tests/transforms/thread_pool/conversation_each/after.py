import socket
from concurrent.futures import ThreadPoolExecutor


def ask(number):
    try:
        with socket.create_connection(("127.0.0.1", 9), timeout=2) as connection:
            connection.sendall(b"STATUS %d\n" % number)
            return connection.recv(100).decode()
    except OSError as error:
        return type(error).__name__


def main():
    states = []
    with ThreadPoolExecutor(max_workers=32) as pool:
        states.extend(pool.map(ask, range(12)))
    print(states)


if __name__ == "__main__":
    main()
