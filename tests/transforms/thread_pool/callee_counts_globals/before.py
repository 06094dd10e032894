import time

errors = 0
fetched = 0


def ask(number):
    time.sleep(0.002)
    return None if number % 5 == 3 else {"name": f"item {number}"}


def item(number):
    """The item's name."""
    global errors, fetched
    answer = ask(number)
    if answer is None:
        errors += 1
        return None
    fetched += 1
    return answer["name"]


def main():
    names = []
    for number in range(12):
        name = item(number)
        if name:
            names.append(name)
    print(names, errors, fetched)


if __name__ == "__main__":
    main()
