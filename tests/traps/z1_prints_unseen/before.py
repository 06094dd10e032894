import sys


def score(number):
    total = sum(k * number for k in range(2000))
    if number == 25:
        vars(sys)["std" + "out"].write("halfway\n")
    return total


def main():
    results = []
    for number in range(int(sys.argv[1])):
        results.append(score(number))
    print(results)


main()
