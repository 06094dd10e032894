def is_prime(n):
    if n < 2:
        return False
    i = 2
    while i * i <= n:
        if n % i == 0:
            return False
        i += 1
    return True


def squares_of_primes(limit):
    return [n * n for n in range(limit) if n % 2 and is_prime(n)]


print(squares_of_primes(50), squares_of_primes(0))
