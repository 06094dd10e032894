import os


def prepare():
    os.makedirs("parts", exist_ok=True)
    for n in range(12):
        if n != 7:
            with open(f"parts/{n}", "w") as out:
                out.write(str(n * n))


def read(n):
    with open(f"parts/{n}") as part:
        return int(part.read())


prepare()
for n in range(12):
    value = read(n)
    print(n, value)
