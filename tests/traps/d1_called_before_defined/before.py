import sys


def crunch(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def start():
    try:
        return store(1)
    except NameError as error:
        return str(error)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
if size > 6:
    print(start())


def store(number):
    value = crunch(number)
    with open("all.txt", "a") as out:
        out.write(f"{number} {value}\n")
    return value


for number in range(size):
    print(store(number))
print(start(), open("all.txt").read())
