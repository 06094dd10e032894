import sys

size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
with open("pairs.txt", "w") as out:
    for n in range(size):
        out.write(f"{n}\n")
        out.write(f"{n * n}\n")


def burn(line, source):
    value = int(line) + int(source.readline())
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


results = []
with open("pairs.txt") as source:
    while True:
        line = source.readline()
        if not line:
            break
        results.append(burn(line, source))
print(results[-2:], len(results))
