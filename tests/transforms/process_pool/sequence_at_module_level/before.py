import sys


def collatz(limit):
    best = 0
    for n in range(1, limit):
        steps = 0
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            steps += 1
        best = max(best, steps)
    return best


size = int(sys.argv[1]) if len(sys.argv) > 1 else 200
left = collatz(size)
right = collatz(300)
print(left + right)
