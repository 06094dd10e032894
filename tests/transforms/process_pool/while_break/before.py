LIMIT = 2_000


def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


i = 1
longest = 0
while i <= LIMIT:
    longest = max(longest, steps(i))
    if longest > 170:
        break
    i += 2
print(i, longest)
