import sys

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
with open("numbers.txt", "w") as out:
    for n in range(size):
        out.write("%d\n" % n)
with open("numbers.txt") as lines:
    for line in lines:
        other = next(lines, "0")
        print(burn(int(line)) % 1000 + int(other))
