def slow(n):
    return sum(k * n % 13 for k in range(80))


def slower(n):
    return sum(k * n % 17 for k in range(160))


def main():
    for n in range(40):
        if n % 3 == 0:
            value = slow(n)
        else:
            value = slower(n) + 1
        print(n, value)


if __name__ == "__main__":
    main()
