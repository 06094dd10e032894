import os


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
        for name in names:
            out.write(f"{name} {count_words(name)}\n")
    print(os.path.getsize("summary.txt"))


if __name__ == "__main__":
    main()
