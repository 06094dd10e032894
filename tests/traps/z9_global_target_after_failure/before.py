import sys


def burn(n):
    value = n
    for _ in range(60):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
progress = 0


def attempt(n):
    burn(n)
    if n == 22:
        raise ValueError(n)
    return n


def main():
    global progress
    for progress, name in enumerate("abcdefghijklmnopqrstuvwxyz" * 3):
        print(name, attempt(progress))


try:
    main()
except ValueError:
    print("at", progress)
