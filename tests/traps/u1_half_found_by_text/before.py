import sys


def crunch(n):
    total = 0
    for k in range(3000):
        total += k * n % 7
    return total


def visit(n, seen):
    value = crunch(n)
    seen.append(value)
    return value + len(seen)


def main():
    seen = []
    found = []
    for n in range(int(sys.argv[1])):
        found.append(visit(n, seen))
    print(sum(found))
    me = sys.modules[__name__]
    print(getattr(me, "visit")(3, seen), len(seen))


main()
