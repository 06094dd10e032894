import sys

SEEN = []


def remember(n):
    SEEN.append(n)
    return int


def work(n):
    def step(value: remember(n)) -> remember(-n):
        return (value * 1103515245 + 12345) % 2147483648

    value = n
    for _ in range(10_000):
        value = step(value)
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
results = []
for n in range(size):
    results.append(work(n))
print(results[-2:], SEEN)
