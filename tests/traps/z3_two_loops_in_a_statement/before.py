import sys

def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 60
MODE = sys.argv[2] if len(sys.argv) > 2 else ""

numbers = list(range(1, SIZE))
print(list(map(steps, numbers)), [steps(n * 2) for n in numbers])
