def term(k):
    value = 0.0
    for i in range(1, 40):
        value += 1.0 / (i * k + 0.1)
    return value


def main():
    total = 0.0
    for k in range(1, 120):
        total += term(k)
    print(repr(total))


if __name__ == "__main__":
    main()
