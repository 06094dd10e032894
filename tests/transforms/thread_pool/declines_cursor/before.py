import time


def page(cursor):
    time.sleep(0.001)
    return [cursor, cursor + 1], cursor + 2


def main():
    cursor = 0
    rows = []
    for _ in range(15):
        items, cursor = page(cursor)
        rows.extend(items)
    print(rows)


if __name__ == "__main__":
    main()
