from functools import partial


def scaled(number, factor, shift=0):
    total = shift
    for k in range(200):
        total += number * k % factor
    return total


def main():
    by_seven = partial(scaled, factor=7, shift=1)
    totals = []
    for number in range(40):
        totals.append(by_seven(number))
    print(totals)


if __name__ == "__main__":
    main()
