import sys

table = []


def burn(n):
    for k in range(10_000):
        n = (n * 31 + table[k % len(table)]) % 65_521
    return n


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    for k in range(50):
        table.append(k * k % 23)
    results = [burn(n) for n in range(size)]
    print(results[:5], sum(results))
