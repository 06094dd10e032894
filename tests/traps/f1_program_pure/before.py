import subprocess
import sys


def square(number):
    done = subprocess.run(["expr", str(number), "*", str(number)], capture_output=True, stdin=subprocess.DEVNULL)
    return int(done.stdout)


def main():
    squares = []
    for number in range(1, int(sys.argv[1])):
        squares.append(square(number))
    print(squares)


if __name__ == "__main__":
    main()
