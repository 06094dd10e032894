import sys

size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
store = {0: 1}
values = store.values()


def burn(n):
    n += sum(values) % 1_000
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


for n in range(1, size):
    store[n] = burn(n)
print(list(store.values())[-3:])
