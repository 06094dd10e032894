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


def state_of(name):
    return os.path.exists(name), count_words(name)


def main():
    with open("summary.txt", "w") as out:
        for name in prepare("texts", 12):
            out.write(f"{name} {state_of(name)}\n")
    print(os.path.getsize("summary.txt"))


main()
