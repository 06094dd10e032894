import sys

seen = []

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def numbers(size):
    for n in range(size):
        seen.append(n)
        yield n


def work(n):
    return burn(n + len(seen)) % 100


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
print(list(map(work, numbers(size))))
print(sorted(numbers(size), key=work))
