from pathlib import Path


def prepare(folder, count):
    folder.mkdir(exist_ok=True)
    for n in range(count):
        (folder / f"{n:03d}.txt").write_text("word " * n)


def main():
    folder = Path("texts")
    prepare(folder, 25)
    lengths = [len(path.read_text()) for path in sorted(folder.iterdir())]
    print(lengths)


if __name__ == "__main__":
    main()
