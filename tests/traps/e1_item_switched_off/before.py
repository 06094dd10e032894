import sys


def work(n):
    return sum(n * k % 13 for k in range(200))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    items = [{"n": n, "on": True} for n in range(count)]
    for at, item in enumerate(items):
        if not item["on"]:
            print("off", at)
            continue
        value = work(item["n"])
        if value % 3 == 0 and at + 1 < len(items):
            items[at + 1]["on"] = False
        print(at, value)


main()
