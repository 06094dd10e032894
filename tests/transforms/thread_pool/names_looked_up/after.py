import socket
from concurrent.futures import ThreadPoolExecutor


def addresses(host):
    try:
        found = socket.getaddrinfo(host, 80, proto=socket.IPPROTO_TCP)
    except OSError as error:
        return [type(error).__name__]
    return sorted({address[4][0] for address in found})


def main():
    hosts = ["127.0.0.1", "localhost", "::1"]
    items = list(hosts * 4)
    with ThreadPoolExecutor(max_workers=8) as pool:
        for host, result in zip(items, pool.map(addresses, items)):
            print(host, result[:1] != [])


if __name__ == "__main__":
    main()
