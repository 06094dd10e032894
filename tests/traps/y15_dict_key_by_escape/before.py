import sys


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 97


state = {"log": [], "size": 0, "\x6cast": []}


def note(n, state):
    state["l\u006fg"].append(burn(n))
    state["last"].append(n)
    return len(state["log"]) + len(state["last"])


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
counts = []
for n in range(size):
    counts.append(note(n, state))
print(counts)
