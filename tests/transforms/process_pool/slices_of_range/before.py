def is_prime(n):
    if n < 2:
        return False
    i = 2
    while i * i <= n:
        if n % i == 0:
            return False
        i += 1
    return True


# How many there are.
def count_primes(limit):
    found = 0
    for n in range(2, limit):  # one is none
        if is_prime(n):
            found += 1
    return found


print(count_primes(60), count_primes(0))
