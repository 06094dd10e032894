import time


def fetch(name):
    time.sleep(0.002)
    return len(name) * 7


def main():
    seen = set()
    total = 0
    for name in ["ann", "bob", "ann", "cleo", "bob"] * 4:
        if name in seen:
            continue
        seen.add(name)
        total += fetch(name)
    print(total)


if __name__ == "__main__":
    main()
