import subprocess
import sys


def weigh(n):
    total = 0
    for k in range(3_000):
        total = (total * 31 + n * k) % 1_000_003
    return total


def echoed(size):
    cat = subprocess.Popen(
        ["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    for n in range(size):
        cat.stdin.write(b"%d " % weigh(n))
        if n == size - 1:
            cat.stdin.close()
            print(cat.stdout.read())
    cat.wait()


def echoed_until(size, last):
    cat = subprocess.Popen(
        ["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    for n in range(size):
        weight = weigh(n)
        cat.stdin.write(b"%d " % weight)
        if n == last:
            cat.stdin.close()
            print(cat.stdout.read())
            break
    cat.wait()


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
echoed(size)
echoed_until(size, size // 2)
