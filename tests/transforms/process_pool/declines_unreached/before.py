def burn(n):
    value = n
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def main(count):
    results = []
    for n in range(count):
        results.append(burn(n))
    print(sum(results))


print("see main()")
