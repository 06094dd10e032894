import concurrent.futures as cf


def digit_sum(n):
    return sum(int(c) for c in str(n))


def main():
    sums = []
    for n in range(90):
        sums.append(digit_sum(3 ** n))
    print(sums[-3:], cf.FIRST_COMPLETED)


if __name__ == "__main__":
    main()
