import os
import sys


def pieces(number):
    found = []
    for k in range(3):
        total = 0
        for j in range(1500):
            total += j * number % 7
        found.append(b"%d " % (total + k))
    return found


def main():
    for number in range(int(sys.argv[1])):
        names = [f"{number}.bin"]
        with open(names[-1], "wb") as file:
            for piece in pieces(number):
                names.append("other.bin")
                file.write(piece)
    print(sorted(name for name in os.listdir(".") if name.endswith(".bin")))


main()
