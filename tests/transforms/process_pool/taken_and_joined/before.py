def numbers(limit):
    for n in range(2, limit):
        if n % 7:
            yield n


def factors(n):
    found = []
    divisor = 2
    while n > 1:
        while n % divisor == 0:
            found.append(divisor)
            n //= divisor
        divisor += 1
    return "*".join(map(str, found))


print(", ".join(factors(n) for n in numbers(2000))[:200])
