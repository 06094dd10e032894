import csv
import io
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 4


def work(n):
    rows = list(csv.reader(io.StringIO("1;2"), dialect="semicolon"))
    return sum(k * n % 7 for k in range(2000)), rows


def main():
    csv.register_dialect("semicolon", delimiter=";")
    out = []
    for n in range(count):
        out.append(work(n))
    print(out)


if __name__ == "__main__":
    main()
