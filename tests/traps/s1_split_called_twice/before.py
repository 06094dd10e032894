import sys

log = []


def download(n, k):
    data = sum(j * n % 7 for j in range(2000))
    log.append((data, k))


def main(count):
    for n in range(count):
        download(n, 1)
        download(n, 2)
    print(log)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
