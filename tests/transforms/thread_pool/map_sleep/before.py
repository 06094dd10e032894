import time


def fetch(name):
    time.sleep(0.002)
    return name.upper()


def main(names, suffix):
    pages = list(map(fetch, names))
    longest = max(names, key=lambda name: len(fetch(name + suffix)))
    print(pages, longest)


main(["a", "bcd", "ef"], "!")
