def is_prime(n):
    return n > 1 and all(n % d for d in range(2, int(n ** 0.5) + 1))


def main():
    candidates = range(1_000, 1_400)
    primes = [n for n in candidates if is_prime(n)]
    print(len(primes), primes[0], primes[-1])


if __name__ == "__main__":
    main()
