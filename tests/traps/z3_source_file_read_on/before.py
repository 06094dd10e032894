import sys

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


bad = int(sys.argv[2]) if len(sys.argv) > 2 else -1
size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
with open("numbers.txt", "w") as out:
    for n in range(size):
        out.write("%d\n" % n)


def work(line):
    n = int(line)
    if n == bad:
        raise ValueError("bad number")
    return burn(n) % 1000


results = []
lines = open("numbers.txt")
try:
    for line in lines:
        results.append(work(line))
except ValueError as error:
    print(error, "then", next(lines))
lines.close()
print(results)
