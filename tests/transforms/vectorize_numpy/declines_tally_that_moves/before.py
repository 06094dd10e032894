def product(marks, sums):
    for mark in marks:
        sums[mark % 4] *= mark


sums = [1] * 4
product([3, 1, 7, 3, 2], sums)
print(sums)
