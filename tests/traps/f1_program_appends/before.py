import subprocess
import sys


def record(number):
    script = 'echo "$1" >> journal.txt; echo "$1"'
    return subprocess.check_output(["sh", "-c", script, "sh", str(number)])


def main():
    texts = []
    for number in range(int(sys.argv[1])):
        texts.append(record(number))
    print(texts)
    with open("journal.txt") as journal:
        print(journal.read())


if __name__ == "__main__":
    main()
