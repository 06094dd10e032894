def value(n):
    return sum(k * n % 13 for k in range(100))


def main(limit=610):
    odd = any(value(n) > limit for n in range(1, 300) if n % 2 == 1)
    even = all(value(n) < limit for n in range(1, 300) if n % 2 == 0)
    print(odd, even)


if __name__ == "__main__":
    main()
