def numbers():
    n = 10
    while True:
        print("giving", n)
        yield n
        n += 1


def value(n):
    return sum(k * n % 13 for k in range(50))


def main():
    for n in numbers():
        if value(n) % 7 == 0:
            break
    print(n)


if __name__ == "__main__":
    main()
