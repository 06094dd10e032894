import sys
import weakref


def crunch(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


class Table:
    def __init__(self, number):
        self.rows = [crunch(number)]


def store(number):
    table = Table(number)
    rows = weakref.ref(table)
    with open("all.txt", "a") as out:
        out.write(f"{number} {rows() is None}\n")
    return number


size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
for number in range(size):
    print(store(number))
print(open("all.txt").read())
