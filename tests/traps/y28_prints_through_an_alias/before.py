import sys

write = sys.stdout.write


def work(n):
    total = 0
    for k in range(1, 200):
        total += n // k
    print("begin", n)
    write(f"{n}\n")
    return total


def main():
    out = []
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    for n in range(count):
        out.append(work(n))
    print(len(out), sum(out))


main()
