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


def report(limit):
    lengths = {n: steps(n) for n in odd_numbers(limit)}
    tens = [steps(n) * 10 for n in odd_numbers(limit)]
    return lengths, tens


print(report(200))
