def growth(values, rate):
    total = 0.0
    for value in values:
        for year in range(50):
            total += value * rate ** year
    return total


def spread(values):
    low = high = values[0]
    for a in values:
        for b in values[:20]:
            if abs(a - b) > high - low:
                low, high = min(a, b), max(a, b)
    return low, high


def main():
    values = [n * 37 % 101 + 0.5 for n in range(300)]
    # The three figures of the report.
    slow = growth(values, 1.01)
    print("slow growth is there")
    low, high = spread(values)
    fast = growth(values, rate=1.07)
    print(slow, fast, low, high)


main()
