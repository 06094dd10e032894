import time


def fetch(name):
    for _ in range(2):
        time.sleep(0.002)
    return name.upper()


def main():
    first = "a"
    label = "pages"
    print(label)
    one = fetch(first)
    two = fetch("b")
    print(one, two)


main()
