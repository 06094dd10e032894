import sys

count = 0


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def counting(n):
    global count
    count += 1
    return burn(n) + count


def run(size, burn):
    results = []
    for n in range(size):
        results.append(burn(n))
    return results


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
print(run(size, burn)[-2:], run(size, counting)[-2:], count)
