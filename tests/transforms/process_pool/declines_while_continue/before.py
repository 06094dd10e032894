def value(n):
    return sum(k * n % 13 for k in range(60))


def main():
    i = 0
    tries = 0
    while i < 40:
        tries += 1
        if value(i + tries) % 3 == 0:
            continue
        i += 1
    print(i, tries)


if __name__ == "__main__":
    main()
