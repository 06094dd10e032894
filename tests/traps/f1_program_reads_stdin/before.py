import subprocess
import sys


def line_of(number):
    return subprocess.check_output(["sh", "-c", "read line; echo $line"])


def main():
    lines = []
    for number in range(int(sys.argv[1])):
        lines.append(line_of(number))
    print(lines)


if __name__ == "__main__":
    main()
