from concurrent.futures import ThreadPoolExecutor
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
    items = sorted(SOURCE.glob("*.txt"))
    with ThreadPoolExecutor(max_workers=8) as pool:
        for path, count in zip(items, pool.map(count_words, items)):
            (TARGET / path.name).write_text(f"{count}\n")
            print(path, count)


if __name__ == "__main__":
    main()
