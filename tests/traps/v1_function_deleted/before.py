import sys


def slow(number):
    total = 0
    for step in range(3_000):
        total = (total * 31 + number + step) % 1_000_003
    return total


def forget():
    global slow
    del slow


def results(numbers):
    found = []
    for number in numbers:
        found.append(slow(number))
    return found


def main():
    count = int(sys.argv[1])
    if count == 0:
        forget()
    print(results(range(count)))


main()
