import sys


def weigh(text):
    return sum(len(text) * k % 7 for k in range(60))


def answers(depth):
    line = sys.stdin.readline()
    yield line
    if depth:
        yield from answers(depth - 1)


def main():
    # Whoever writes the next line may wait for what is printed here.
    for text in answers(2):
        print(weigh(text), flush=True)


main()
