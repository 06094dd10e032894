import socket
import ssl
import sys

context = ssl.create_default_context()


def check(port):
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2) as plain:
            with context.wrap_socket(plain, server_hostname="a.invalid") as tls:
                return tls.version()
    except OSError as error:
        return type(error).__name__


def main():
    states = []
    for port in range(1, 1 + int(sys.argv[1])):
        states.append(check(port))
        if len(states) == 9:
            context.check_hostname = False
    print(states)


main()
