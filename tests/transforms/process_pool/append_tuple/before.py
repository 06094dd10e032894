def largest_factor(n):
    factor = 2
    while factor * factor <= n:
        if n % factor == 0:
            n //= factor
        else:
            factor += 1
    return n


def main():
    table = []
    for n in range(1000, 1100):
        table.append((n, largest_factor(n)))
    for n, factor in table[::10]:
        print(n, factor)


if __name__ == "__main__":
    main()
