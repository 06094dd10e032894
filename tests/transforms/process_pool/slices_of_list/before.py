def is_prime(n):
    if n < 2:
        return False
    i = 2
    while i * i <= n:
        if n % i == 0:
            return False
        i += 1
    return True


def sort_out(numbers):
    primes = []
    others = 0
    for n in numbers:
        # the small ones are known
        if n < 4 or is_prime(n):
            primes.append(
                f"""{n}
is prime"""
            )
        else:
            others += 1
    return primes, others


print(sort_out([7, 9, 2, 15, 31, 33, 37, 4]), sort_out([]))
