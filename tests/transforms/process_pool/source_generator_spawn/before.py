def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def odd_numbers(limit):
    for n in range(1, limit):
        if n % 2:
            yield n


def main():
    total = 0
    for n in odd_numbers(200):
        total += steps(n)
        print(n, total)


main()
