import os
import sys


def numbers(seed):
    found = []
    for k in range(3):
        total = 0
        for j in range(3000):
            total += j * (seed + k) % 7
        found.append(b"%d " % total)
    return found


def store(source, seed, name):
    with open(name, "wb") as file:
        for piece in source(seed):
            file.write(piece)


def listing(seed):
    return [str(sorted(n for n in os.listdir(".") if n[-4:] in (".txt", ".bin"))).encode(), b"%d" % seed]


def main():
    store(listing, 1, "index.txt")
    for number in range(int(sys.argv[1])):
        store(numbers, number, f"{number}.bin")
    store(listing, 2, "end.txt")
    for name in ("index.txt", "end.txt"):
        with open(name) as file:
            print(file.read())


main()
