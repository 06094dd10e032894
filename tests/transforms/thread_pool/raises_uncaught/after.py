import os
from concurrent.futures import ThreadPoolExecutor


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
with ThreadPoolExecutor(max_workers=32) as pool:
    for n, value in zip(range(12), pool.map(read, range(12))):
        print(n, value)
