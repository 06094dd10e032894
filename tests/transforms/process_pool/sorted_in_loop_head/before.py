def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def main(numbers):
    for place, n in enumerate(
        sorted(numbers, key=steps), 1
    ):
        print(place, n)


main([n * 3 + 1 for n in range(100)])
