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


LEDGER = "ledger.txt"


def balance(name):
    with open(LEDGER) as ledger:
        return len(ledger.read()) + count_words(name)


def main():
    names = prepare("texts", 12)
    with open("ledger.txt", "w") as out:
        for name in names:
            out.write(f"{name} {balance(name)}\n")
    print(os.path.getsize(LEDGER))


main()
