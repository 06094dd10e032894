import socket
import ssl


def certificate(context, host, port):
    try:
        with socket.create_connection((host, port), timeout=2) as connection:
            with context.wrap_socket(connection, server_hostname=host) as tls:
                return tls.getpeercert()["notAfter"]
    except OSError as error:
        return type(error).__name__


def main():
    context = ssl.create_default_context()
    ends = {}
    for port in range(1, 12):
        ends[port] = certificate(context, "127.0.0.1", port)
    print(ends)


if __name__ == "__main__":
    main()
