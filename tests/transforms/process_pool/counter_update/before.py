def letters(n):
    text = str(3 ** n)
    return [c for c in text if c in "13579"]


def main():
    histogram = {}
    for n in range(80):
        found = letters(n)
        for digit in found:
            histogram[digit] = histogram.get(digit, 0) + 1
    print(histogram)


if __name__ == "__main__":
    main()
