def weight(n):
    return sum(d for d in range(1, n) if n % d == 0)


def main():
    total = sum(weight(n) for n in range(2, 200))
    print(total)


if __name__ == "__main__":
    main()
