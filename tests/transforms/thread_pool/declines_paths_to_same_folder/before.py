from pathlib import Path

SOURCE, TARGET = Path("texts"), Path("counts")


def prepare(count):
    SOURCE.mkdir(exist_ok=True)
    TARGET.mkdir(exist_ok=True)
    for number in range(count):
        (SOURCE / f"{number}.txt").write_text("word " * number)


def count_words(path):
    return len(path.read_text().split())


def main():
    prepare(12)
    for path in sorted(SOURCE.glob("*.txt")):
        count = count_words(path)
        (path.parent / path.name).write_text(f"{count}\n")
        print(path, count)


if __name__ == "__main__":
    main()
