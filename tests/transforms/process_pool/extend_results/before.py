def divisors(n):
    return [d for d in range(1, n + 1) if n % d == 0]


def main():
    every = []
    for n in range(1, 120):
        every.extend(divisors(n))
    print(len(every), every[-8:])


if __name__ == "__main__":
    main()
