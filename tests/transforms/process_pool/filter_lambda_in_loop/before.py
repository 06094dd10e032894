def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def main(limit):
    for n in filter(lambda n: steps(n) > limit, range(1, 200)):
        print("long", n)


main(50)
