import math


def main():
    table = [math.sqrt(k) for k in range(500)]
    totals = []
    for k in range(40):
        totals.append(sum(math.floor(x * k) for x in table))
    print(totals)


main()
