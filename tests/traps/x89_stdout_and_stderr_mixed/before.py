import sys


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
for n in range(size):
    value = burn(n)
    print(n, end=" ", flush=True)
    sys.stdout.write("even\n" if value % 2 == 0 else "odd, ")
    if value % 5 == 0:
        sys.stderr.write(f"[{n}]")
print()
sys.stderr.write("\n")
