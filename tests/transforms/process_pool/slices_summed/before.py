def is_prime(n):
    if n < 2:
        return False
    i = 2
    while i * i <= n:
        if n % i == 0:
            return False
        i += 1
    return True


def total(limit):
    halves = sum(n / 2 for n in range(limit) if is_prime(n))
    return round(halves, 1)


print(total(50), total(0))
