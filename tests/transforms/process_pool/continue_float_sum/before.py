def value(n):
    return sum(k / (n + 1) for k in range(60))


def main():
    total = 0.0
    for n in range(60):
        if n % 3 == 0:
            continue
        total += value(n)
    print(repr(total))


if __name__ == "__main__":
    main()
