import sys


class Refused(Exception):
    def __init__(self, number, why):
        super().__init__(f"{why} {number}")
        self.number = number


def examine(number, mode):
    if number == 118:
        if mode == "value":
            raise ValueError(f"no {number}")
        if mode == "exit":
            sys.exit(7)
        if mode == "interrupt":
            raise KeyboardInterrupt
        if mode == "stop":
            raise StopIteration(number)
        if mode == "own":
            raise Refused(number, "refused")
    return sum(k * k % (number + 1) for k in range(50)), number % 3


def main():
    mode = sys.argv[1]
    table = {}
    total = rest = None
    number = "none"
    with open("log.txt", "w") as log:
        try:
            for number in range(120):
                total, rest = examine(number, mode)
                log.write(f"{number} {total}\n")
                print(number, 600 // (117 - number if mode == "commit" else 80))
                table[number] = rest
        finally:
            print("left at", number, total, rest, len(table))


main()
