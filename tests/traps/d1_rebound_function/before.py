import sys


def crunch(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def store(number):
    value = crunch(number)
    with open("all.txt", "a") as out:
        out.write(f"{number} {value}\n")
    return value


def quietly(number):
    return -number


size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
if size > 6:
    store = quietly
for number in range(size):
    print(store(number))
