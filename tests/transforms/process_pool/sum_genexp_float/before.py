import math


def integral(k):
    return sum(math.sin(k * x / 50) / 50 for x in range(50))


def main():
    total = sum(integral(k) for k in range(1, 80))
    print(repr(total))


if __name__ == "__main__":
    main()
