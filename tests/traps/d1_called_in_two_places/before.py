import sys


def crunch(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def store(number, name="all.txt", *, mark=""):
    value = crunch(number)
    with open(name, "a") as out:
        out.write(f"{number} {value}{mark}\n")
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
print(store(100, mark="!"), store(number=101, name="other.txt"))
for number in range(size):
    print(store(number))
print(max(map(abs, (store(-1), store(-2, "all.txt")))))
print(open("all.txt").read(), open("other.txt").read())
