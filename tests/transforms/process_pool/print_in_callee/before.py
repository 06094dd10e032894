"""Checks numbers and talks about it."""


def check(number):
    divisor = 2
    while divisor * divisor <= number:
        if number % divisor == 0:
            print(number, "is", divisor, "times", number // divisor)
            return False
        divisor += 1
    print(number, "is prime")
    return True


def main():
    primes = []
    for number in range(9000, 9060):
        if check(number):
            primes.append(number)
    print(len(primes), "primes")


if __name__ == "__main__":
    main()
