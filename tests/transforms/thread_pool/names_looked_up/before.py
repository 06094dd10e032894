import socket


def addresses(host):
    try:
        found = socket.getaddrinfo(host, 80, proto=socket.IPPROTO_TCP)
    except OSError as error:
        return [type(error).__name__]
    return sorted({address[4][0] for address in found})


def main():
    hosts = ["127.0.0.1", "localhost", "::1"]
    for host in hosts * 4:
        print(host, addresses(host)[:1] != [])


if __name__ == "__main__":
    main()
