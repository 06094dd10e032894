import sys


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


with open("stage0.txt", "w") as out:
    out.write("1")
size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
for n in range(size):
    with open(f"stage{n}.txt") as source:
        value = burn(int(source.read()))
    with open(f"stage{n + 1}.txt", "w") as out:
        out.write(str(value))
print(open(f"stage{size}.txt").read())
