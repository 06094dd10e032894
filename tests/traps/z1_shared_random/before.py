import random
import sys

random.seed(11)


def score(number):
    total = sum(k * number for k in range(2000))
    return total + eval("random.random()")


def main():
    results = []
    for number in range(int(sys.argv[1])):
        results.append(score(number))
    print(results)


main()
