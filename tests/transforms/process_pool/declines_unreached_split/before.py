def shrink(number, label):
    total = sum(range(number))
    print(label, total)


def never(numbers, label):
    for number in numbers:
        shrink(number, label)


print("done")
