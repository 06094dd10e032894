import sys


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 97


def take(stack):
    return [stack.pop() for _ in range(2) if stack]


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
stack = list(range(size))
print([burn(a + b) for a in range(size // 3) for b in take(stack)], stack)
