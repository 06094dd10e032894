class Odd(Exception):
    def __init__(self, n, why):
        super().__init__(f"{n}: {why}")


def halve(n):
    if n % 2 == 1 and n > 40:
        raise Odd(n, "is odd")
    return sum(range(n)) // 2


def main():
    try:
        for n in range(0, 80):
            half = halve(n)
            if half > 10_000:
                print(n, half)
                break
    except Odd as error:
        print(n, half, repr(error), error.__context__)


if __name__ == "__main__":
    main()
