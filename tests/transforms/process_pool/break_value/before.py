def value(n):
    return sum(k * n % 13 for k in range(50))


def main():
    found = None
    for n in range(200):
        v = value(n)
        if v % 41 == 0:
            found = n
            break
    print(found)


if __name__ == "__main__":
    main()
