def burn(n):
    value = n
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def main():
    results = []
    for n in range(20):
        results.append(burn(n))
        n = n * 2
    print(sum(results), n)


main()
