import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing


def load(name):
    time.sleep(0.002)
    return name.title()


names = "ada grace alan edsger barbara donald".split() * 3
cards = []
with ThreadPoolExecutor(max_workers=32) as pool, closing(pool.map(load, names)) as results:
    for number, name in enumerate(names, start=1):
        cards.append(f"{number}. {next(results)}")
print(cards)
