def value(n, base):
    return sum(k * n % base for k in range(60))


def main():
    numbers = [n * n % 37 for n in range(150)]
    total = 0
    i = 0
    while i < len(numbers):
        # every number once
        total += value(numbers[i], 13)
        i += 1
    print(total, i)


if __name__ == "__main__":
    main()
