def burn(n):
    value = n
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def main():
    table = {burn(n): burn(n + 1) for n in range(20)}
    print(len(table), sum(table.values()))


main()
