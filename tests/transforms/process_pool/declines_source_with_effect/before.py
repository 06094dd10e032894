def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def numbers(limit):
    for n in range(1, limit):
        print("next", n)
        yield n


for n in numbers(50):
    print(steps(n))
