import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9

def main():
    i = 1

    def numbers():
        for n in range(count):
            yield n + i

    out = []
    for i in numbers():
        out.append(work(i))
    print(out)


def work(n):
    return sum(k * n % 7 for k in range(2000))


main()
