from collections import Counter
from functools import reduce

def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def digits(n):
    return len(str(steps(n)))


print(Counter(map(digits, range(1, 300))).most_common())
print(reduce(lambda a, b: a * 31 + b, map(digits, range(1, 50)), 7))
