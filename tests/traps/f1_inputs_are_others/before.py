import os
import sys


def prepare(count):
    os.makedirs("texts", exist_ok=True)
    names = []
    for number in range(count):
        name = os.path.join("texts", f"{number}.txt")
        if number == 100:
            os.symlink("../summary.txt", name)
        else:
            with open(name, "w") as out:
                out.write("word " * number)
        names.append(name)
    return names


def count_words(name):
    with open(name) as text:
        return len(text.read().split())


def main():
    names = prepare(int(sys.argv[1]))
    with open("summary.txt", "w") as out:
        for name in names:
            out.write(f"{name} {count_words(name)}\n")
            out.flush()
    with open("summary.txt") as summary:
        print(summary.read())


if __name__ == "__main__":
    main()
