def burn(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


class Weight:
    def __init__(self, value):
        self.value = value

    def __radd__(self, other):
        print("adding", self.value)
        return other + self.value


def run(rows):
    total = 0
    for a in rows:
        for b in rows:
            total += Weight(burn(a + b))
    return total


print(run([3, 1, 4]))
