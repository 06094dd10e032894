LIMIT = 500
PRIMES = [n for n in range(2, LIMIT) if all(n % d for d in range(2, n))]


def factors(n):
    found = []
    for prime in PRIMES:
        while n % prime == 0:
            found.append(prime)
            n //= prime
    return found


def main():
    lists = [factors(n) for n in range(2, 160)]
    print(max(lists, key=len), sum(map(len, lists)))


if __name__ == "__main__":
    main()
