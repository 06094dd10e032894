import random
import sys

def burn(n):
    for _ in range(10_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def numbers():
    while True:
        yield random.randrange(100)


random.seed(3)
wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 7
for n in numbers():
    if burn(n) % 11 == wanted:
        break
print(n, random.random())
