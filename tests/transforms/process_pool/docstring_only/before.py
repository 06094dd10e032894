"""No imports at all in this file."""


def digit_sum(n):
    return sum(int(c) for c in str(n))


sums = []
for n in range(90):
    sums.append(digit_sum(3 ** n))
print(sums)
