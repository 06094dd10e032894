def digit_sum(n):
    return sum(int(c) for c in str(n))


def main():
    scores = []
    for n in range(120):
        scores.append(digit_sum(2 ** n) * 3 + n)
    print(scores)


if __name__ == "__main__":
    main()
