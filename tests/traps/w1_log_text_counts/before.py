import logging
import sys
import time

told = []


class Item:
    def __init__(self, number):
        self.number = number

    def __str__(self):
        told.append(self.number)
        return f"item {self.number}"


def ask(number):
    time.sleep(0.001)
    return number * 1000 + len(told)


def main():
    for number in range(int(sys.argv[1])):
        value = ask(number)
        logging.warning("%s", Item(number))
        print(value)


main()
