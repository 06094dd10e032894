def divides(n, d):
    rest = n
    while rest > 0:
        rest -= d
    return rest == 0


def main():
    print(any(divides(7_919, d) for d in range(2, 200)))


if __name__ == "__main__":
    main()
