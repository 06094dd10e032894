import sys

def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 60
MODE = sys.argv[2] if len(sys.argv) > 2 else ""


LOG = []


class Score:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        LOG.append(self.value)
        return self.value < other.value

    def __gt__(self, other):
        LOG.append(self.value)
        return self.value > other.value


def key(n):
    return Score(steps(n) + (len(LOG) if MODE == "log" else 0))


print(max(range(1, SIZE), key=key))
print(sorted(range(1, SIZE), key=key)[:5], len(LOG))
