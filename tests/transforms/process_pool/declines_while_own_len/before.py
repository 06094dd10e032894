asked = 0


def len(values):
    global asked
    asked += 1
    return 20


def value(n):
    return sum(k * n % 13 for k in range(60))


def main():
    values = []
    i = 0
    while i < len(values):
        values.append(value(i))
        i += 1
    print(i, asked)


if __name__ == "__main__":
    main()
