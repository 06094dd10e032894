import os
import sys


def weigh(text):
    return 1000 // (len(text) - 4) + sum(len(text) * k % 7 for k in range(60))


def texts(count):
    head = sys.stdin.readline()
    for line in sys.stdin:
        if line == "\n":
            break
        head += line[:1]
    for number in range(count):
        yield head * number


def main():
    mode = sys.argv[1]
    for turn in range(4):
        for text in texts(6):
            print(turn, text.encode(), weigh(text + mode))


try:
    main()
except (ZeroDivisionError, UnicodeDecodeError) as error:
    print(type(error).__name__)
print(len(os.read(0, 100)))
