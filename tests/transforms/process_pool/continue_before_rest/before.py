def value(n):
    return sum(k * n % 13 for k in range(60))


def main():
    found = []
    for n in range(60):
        if n % 3 == 0:
            continue
        found.append(value(n))
        if len(found) % 5 == 0:
            print(n, found[-1])
            found.append(0)
    print(len(found))


if __name__ == "__main__":
    main()
