import sys


def work(number, notes):
    total = 0
    for k in range(3000):
        total += k * number % 7
    notes.append(total)
    if number % 3 == 2:
        raise ValueError(number)
    return total


def main():
    for number in range(int(sys.argv[1])):
        notes = []
        try:
            value = work(number, notes)
        except ValueError as error:
            print("bad", error, notes)
            continue
        print(value, notes)


main()
