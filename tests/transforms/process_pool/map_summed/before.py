def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


total = 10
total += sum(map(lambda n: steps(n) * 2, range(1, 300)))
print(total)
