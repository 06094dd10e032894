import sys


def crunch(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def store(number):
    with open("last.txt") as last:
        before = int(last.read())
    value = crunch(number + before % 7)
    with open("last.txt", "w") as last:
        last.write(str(value))
    return value


open("last.txt", "w").write("1")
size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
for number in range(size):
    print(store(number))
