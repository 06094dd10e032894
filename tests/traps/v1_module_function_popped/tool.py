def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total
