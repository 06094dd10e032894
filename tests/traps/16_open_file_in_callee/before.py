import sys

out = open("values.txt", "w")
out.write("# values\n")


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    out.write(f"{n} {value}\n")
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
total = 0
for n in range(size):
    total += burn(n)
out.close()
with open("values.txt") as lines:
    print(total, repr(lines.read()))
