import os
import sys


def work(n):
    return sum(n * k % 13 for k in range(200))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    for n in range(count):
        if os.path.exists(f"done{n // 2}"):
            print("done", n)
            continue
        value = work(n)
        with open(f"done{n // 2}", "w") as file:
            file.write(str(value))
        print(n, value)


main()
