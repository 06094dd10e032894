import subprocess
import sys


def size_of(number):
    script = 'echo "item $1" >&2; echo "$1" | wc -c'
    return int(subprocess.check_output(["sh", "-c", script, "sh", str(number)]))


def main():
    sizes = []
    for number in range(int(sys.argv[1])):
        sizes.append(size_of(number))
    print(sizes)


if __name__ == "__main__":
    main()
