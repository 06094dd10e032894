import sys


def work(n):
    return sum(k * n % 7 for k in range(2000))


def end_with_program(n):
    return work(n) + 1


def wait(n):
    return work(n) + 2


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    threading = []
    for n in range(size):
        threading.append(end_with_program(n))
    print(threading)
    os = 0
    for n in range(size):
        os += wait(n)
    print(os)


main()
