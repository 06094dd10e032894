import collections


def steps(number):
    count = 0
    while number != 1:
        number = number // 2 if number % 2 == 0 else 3 * number + 1
        count += 1
    return count


def main(limit):
    lengths = collections.Counter(steps(number) for number in range(1, limit))
    print(sorted(lengths.items())[:10])


main(80)
main(1)
