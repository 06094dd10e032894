import sys


def crunch(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def produce(number):
    try:
        yield crunch(number)
        yield crunch(number + 1)
    finally:
        print("closed", number)


def store(number):
    values = produce(number)
    first = next(values)
    print("storing", number)
    with open("all.txt", "a") as out:
        out.write(f"{number} {first}\n")
    return first


size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
for number in range(size):
    print(store(number))
print(open("all.txt").read())
