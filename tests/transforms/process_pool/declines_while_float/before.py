def value(n):
    return sum(k * n % 13 for k in range(60))


def main(step=1, stop=20.5):
    x = 0
    values = []
    while x < stop:
        values.append(value(x))
        x += 1
    print(x, values)


if __name__ == "__main__":
    main()
