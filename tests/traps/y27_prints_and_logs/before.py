import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO)


def work(n):
    total = 0
    for k in range(1, 200):
        total += n // k
    print("begin", n)
    logging.info("n %s", n)
    return total


def main():
    out = []
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    for n in range(count):
        out.append(work(n))
    print(len(out), sum(out))


main()
