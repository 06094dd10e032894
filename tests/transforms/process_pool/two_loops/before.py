def first(n):
    return sum(k * n % 11 for k in range(50))


def second(n):
    return sum(k ^ n for k in range(50))


def main():
    lows = [first(n) for n in range(50)]
    highs = []
    for n in range(50):
        highs.append(second(n))
    print(lows[:5], highs[:5])


if __name__ == "__main__":
    main()
