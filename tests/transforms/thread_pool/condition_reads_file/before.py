import time


def is_wanted(number):
    with open("expect.json") as file:
        return len(file.read()) % 7 != number


def place_of(number):
    return number * 7 % 5


def load(number):
    time.sleep(0.002)
    return number * number


def main():
    total = 0.0
    for number in range(12):
        if not is_wanted(number):
            print("left out", number, total)
            continue
        total += load(place_of(number) + place_of(number + 1)) / 10
    print(total)


main()
