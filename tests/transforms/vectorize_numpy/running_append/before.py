def growth(rates, start):
    amounts = [start]
    for rate in rates:
        amounts.append(amounts[-1] + rate * 0.1)
    return amounts


def from_nothing(rates):
    amounts = [0.5]
    amounts.pop()
    for rate in rates:
        amounts.append(amounts[-1] + rate)
    return amounts


print(growth([k * 7 % 11 / 3 for k in range(10)], 2.5), growth([], 1.5))
try:
    from_nothing([1.5])
except IndexError as error:
    print(error)
