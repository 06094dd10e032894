def is_prime(n):
    return n > 1 and all(n % d for d in range(2, int(n**0.5) + 1))


def next_primes(n, count):
    found = []
    while True:
        if is_prime(n):
            found.append(n)
            if len(found) == count:
                return found
        n += 1


print(next_primes(10_000, 10))
