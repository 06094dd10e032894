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
    for name in names:
        words = count_words(name)
        with open(name + ".count", "w") as out:
            out.write(str(words))
    print(sorted(os.listdir("texts")))


main()
