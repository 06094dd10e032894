import sys


def checksum(text):
    value = 0
    for _ in range(300):
        for letter in text:
            value = (value * 31 + ord(letter)) % 1_000_003
    return value


def main(path):
    with open(path) as lines:
        # Blank lines are none of ours.
        sums = [checksum(line) for line in lines if line != "\n"]
    print(len(sums), sum(sums))


main(sys.argv[1])
