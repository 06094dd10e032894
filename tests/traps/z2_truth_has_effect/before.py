import sys

seen = 0


class Value:
    def __init__(self, n):
        for _ in range(10_000):
            n = (n * 1103515245 + 12345) % 2147483648
        self.n = n + seen

    def __bool__(self):
        global seen
        if self.n % 40 == 7:
            seen += 1
        return self.n % 101 == 0


size = int(sys.argv[1]) if len(sys.argv) > 1 else 10
print(any(Value(n) for n in range(size)), seen)
