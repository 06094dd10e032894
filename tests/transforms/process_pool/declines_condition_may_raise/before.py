def burn(number):
    total = 0
    for k in range(300):
        total += number * k % 11
    return total


numbers = list(range(1, 40))
print([burn(number) for number in numbers if 100 // number > 3])
