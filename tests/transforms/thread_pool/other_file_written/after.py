import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing


def prepare(folder, count):
    os.makedirs(folder, exist_ok=True)
    names = []
    for number in range(count):
        name = os.path.join(folder, f"{number}.txt")
        with open(name, "w") as out:
            out.write("word " * number)
        names.append(name)
    return names


def count_words(name):
    with open(name) as text:
        return len(text.read().split())


def main():
    names = prepare("texts", 12)
    with open("summary.txt", "w") as out:
        with ThreadPoolExecutor(max_workers=32) as pool, closing(pool.map(count_words, names)) as results:
            for name in names:
                out.write(f"{name} {next(results)}\n")
    print(os.path.getsize("summary.txt"))


if __name__ == "__main__":
    main()
