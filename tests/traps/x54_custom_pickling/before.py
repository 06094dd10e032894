import sys


class Result:
    def __init__(self, value):
        self.value = value
        self.note = f"note {value % 10}"

    def __getstate__(self):
        return {"value": self.value}

    def __setstate__(self, state):
        self.value = state["value"]
        self.note = "restored"


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return Result(n)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = []
for n in range(size):
    results.append(burn(n))
print([result.note for result in results[:5]])
