import sys


def crunch(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def store(number):
    if number != 7:
        value = crunch(number)
    with open("all.txt", "a") as out:
        out.write(f"{number}\n")
        out.write(f"{value}\n")
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
for number in range(size):
    print(store(number))
