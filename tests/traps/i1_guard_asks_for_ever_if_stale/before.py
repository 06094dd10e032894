import sys


def unlikely(n, best, rounds):
    """Ends at once for every `best` that the loop has when it asks."""
    while best > 0 and n > 1 and rounds[0] == 0:
        best += 1
    return n % 4 == 3


def effort(n):
    total = n
    for k in range(300):
        total = (total * 31 + k) % 10007
    return total


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    best = 0
    rounds = [0]
    values = []
    for n in range(size):
        if unlikely(n, best, rounds):
            continue
        value = effort(n) + effort(n + 1)
        values.append(value)
        best = max(best, value)
        rounds[0] += 1
    print(best, values)


main()
